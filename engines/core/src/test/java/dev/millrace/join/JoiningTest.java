package dev.millrace.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.AggregateAction;
import dev.millrace.engine.Chunking;
import dev.millrace.engine.JoinStrategy;
import dev.millrace.feed.Item;
import dev.millrace.generate.Keys;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Concat;
import dev.millrace.pipeline.Cutter;
import dev.millrace.pipeline.Folded;
import dev.millrace.pipeline.Folding;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Sorting;
import dev.millrace.slot.Slots;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The law of joins: every aggregation gives what its reference gives of the list of all rows, by
/// every strategy, however the rows are cut into chunks and in whatever order tasks are run.
///
/// `-Dmillrace.seed=N` replays the case that a failure names; `-Dmillrace.cases=N` runs more of
/// them.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class JoiningTest {
  private static final int CASES = Integer.getInteger("millrace.cases", 1_000) / 20;
  private static final int[] SIZES = {0, 1, 2, 3, 7, 30, 121, 500};
  private static final List<Keys> KEYS = List.of(Keys.values());
  private static final int ENOUGH_FOR_RANGES = 3_000;

  /// Joins the runs of an aggregation somehow.
  @FunctionalInterface
  private interface Way {
    <S> List<Block<S>> join(Aggregation<S> aggregation, List<Block<S>> runs);
  }

  static Stream<Case> cases() {
    return Case.all().stream();
  }

  @Test
  void cases_ofAllActions_forgetNone() {
    Set<Class<?>> tested =
        Case.all().stream().map(one -> one.action().getClass()).collect(Collectors.toSet());
    assertThat(tested).containsExactlyInAnyOrder(AggregateAction.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void join_anyCuttingAndStrategy_givesTheReference(Case one) {
    Long replay = Long.getLong("millrace.seed");
    long first = replay == null ? System.nanoTime() : replay;
    for (long seed = first; seed < first + (replay == null ? CASES : 1); seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      int size = SIZES[random.nextInt(SIZES.length)];
      Keys keys = KEYS.get(random.nextInt(KEYS.size()));
      Cutting cutting = Cutting.of(keys.of(random, size), random);
      for (JoinStrategy strategy : JoinStrategy.values()) {
        long order = random.nextLong();
        check(one, cutting, inOrder(strategy, order), strategy + ", -Dmillrace.seed=" + seed);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void join_manyRuns_givesTheReference(Case one) {
    for (Keys keys : Keys.values()) {
      List<Value> all = keys.of(new SplittableRandom(3), 300);
      Cutting cutting = Cutting.of(all, Collections.nCopies(150, 2));
      for (JoinStrategy strategy : JoinStrategy.values()) {
        check(one, cutting, inOrder(strategy, 5), keys + " by " + strategy);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void join_onFourThreads_givesTheReference(Case one) {
    List<Value> all = Keys.ZIPF.of(new SplittableRandom(7), ENOUGH_FOR_RANGES);
    Cutting cutting = Cutting.of(all, Collections.nCopies(60, ENOUGH_FOR_RANGES / 60));
    for (JoinStrategy strategy : JoinStrategy.values()) {
      check(one, cutting, onThreads(strategy), strategy + " on threads");
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void join_equalKeysOneToSeven_givesTheReference(Case one) {
    for (int multiplicity = 0; multiplicity <= 7; multiplicity++) {
      List<Value> keys = Collections.nCopies(multiplicity, Decimal.ONE);
      for (List<Integer> sizes : compositions(multiplicity)) {
        Cutting cutting = Cutting.of(keys, sizes);
        for (JoinStrategy strategy : JoinStrategy.values()) {
          check(one, cutting, inOrder(strategy, 1), multiplicity + " equal keys cut " + sizes);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fold_anyTreeShape_givesTheReference(Case one) {
    for (long seed = 0; seed < 60; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      Keys keys = KEYS.get(random.nextInt(KEYS.size()));
      Cutting cutting = Cutting.of(keys.of(random, 40), Collections.nCopies(20, 2));
      check(one, cutting, anyTree(random), "tree of seed " + seed);
    }
  }

  private static void check(Case one, Cutting cutting, Way way, String how) {
    check(Cutting.aggregation(one.action()), one, cutting, way, how);
  }

  private static <S> void check(
      Aggregation<S> aggregation, Case one, Cutting cutting, Way way, String how) {
    List<Block<S>> runs = cutting.runs(aggregation);
    assertThat(rows(aggregation, runs, way.join(aggregation, runs)))
        .as(() -> one + " by " + how + " of chunks " + cutting.sizes())
        .isEqualTo(one.reference().apply(cutting.rows()));
  }

  private static <S> List<List<Value>> rows(
      Aggregation<S> aggregation, List<Block<S>> runs, List<Block<S>> joined) {
    var aggregated = new Aggregated<>(aggregation);
    var chunks = new ArrayList<Chunk>();
    chunks.add(aggregated.notes(runs, Cutting.ledger()));
    for (Block<S> block : joined) {
      aggregated.chunks(block, Cutter.of(new Chunking.Fixed(3))).forEachRemaining(chunks::add);
    }
    Chunk whole =
        ledger ->
            Concat.of(
                chunks.stream().<Supplier<ItemStream>>map(one -> () -> one.open(ledger)).toList());
    Part all = Part.drain(whole, Cutting.ledger());
    assertThat(all.failure()).isNull();
    long in =
        runs.stream()
            .mapToLong(run -> run.notes().tally().filtered() + run.notes().tally().merged())
            .sum();
    assertThat(all.tally().filtered() + all.tally().merged()).isEqualTo(in - all.items().size());
    return all.items().stream().map((Item item) -> List.of(item.copy(item.size()))).toList();
  }

  /// By a strategy, ready tasks run in an order of chance.
  private static Way inOrder(JoinStrategy strategy, long seed) {
    return new Way() {
      @Override
      public <S> List<Block<S>> join(Aggregation<S> aggregation, List<Block<S>> runs) {
        var graph = new TaskGraph(Slots.LOCKFREE);
        var waiting = new ArrayList<Task<?>>();
        List<Task<Block<S>>> joined = plan(strategy, aggregation, runs, graph, waiting);
        var random = new Random(seed);
        while (!waiting.isEmpty()) {
          Collections.shuffle(waiting, random);
          waiting.removeLast().run();
          poll(graph, waiting);
        }
        assertThat(graph.isIdle()).isTrue();
        return joined.stream().map(Task::result).toList();
      }
    };
  }

  private static Way onThreads(JoinStrategy strategy) {
    return new Way() {
      @Override
      public <S> List<Block<S>> join(Aggregation<S> aggregation, List<Block<S>> runs) {
        var graph = new TaskGraph(Slots.LOCKFREE);
        var first = new ArrayList<Task<?>>();
        List<Task<Block<S>>> joined = plan(strategy, aggregation, runs, graph, first);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
          first.forEach(threads::execute);
          while (!graph.isIdle()) {
            Task<?> ready = graph.poll();
            if (ready != null) {
              threads.execute(ready);
            }
            Thread.onSpinWait();
          }
        }
        return joined.stream().map(Task::result).toList();
      }
    };
  }

  private static <S> List<Task<Block<S>>> plan(
      JoinStrategy strategy,
      Aggregation<S> aggregation,
      List<Block<S>> runs,
      TaskGraph graph,
      List<Task<?>> first) {
    Joining<S> joining = Joining.begin(strategy, aggregation, graph);
    for (Block<S> run : runs) {
      Task<Block<S>> task = graph.first(() -> run);
      first.add(task);
      joining.add(task);
    }
    return joining.end();
  }

  private static void poll(TaskGraph graph, List<Task<?>> into) {
    for (Task<?> ready = graph.poll(); ready != null; ready = graph.poll()) {
      into.add(ready);
    }
  }

  /// Neighbours joined in an order of chance, folded by the very function that all strategies use.
  private static Way anyTree(RandomGenerator random) {
    return new Way() {
      @Override
      public <S> List<Block<S>> join(Aggregation<S> aggregation, List<Block<S>> runs) {
        return switch (aggregation) {
          case Folding<S> folding -> {
            var tables =
                new ArrayList<>(
                    runs.stream().map(run -> Folded.of(folding, run.entries())).toList());
            while (tables.size() > 1) {
              int left = random.nextInt(tables.size() - 1);
              tables.set(left, tables.get(left).join(tables.remove(left + 1), () -> {}));
            }
            yield List.of(Block.of(tables.getFirst().entries()));
          }
          case Sorting<S> sorting -> SequentialJoins.join(JoinStrategy.MERGE_TREE, sorting, runs);
        };
      }
    };
  }

  /// All ways to write a number as a sum, in order, of numbers from 1.
  private static List<List<Integer>> compositions(int total) {
    if (total == 0) {
      return List.of(List.of());
    }
    return IntStream.rangeClosed(1, total)
        .boxed()
        .flatMap(first ->
            compositions(total - first).stream()
                .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList()))
        .toList();
  }
}
