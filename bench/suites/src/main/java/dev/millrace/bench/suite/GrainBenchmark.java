package dev.millrace.bench.suite;

import dev.millrace.bench.rounds.Rounds;
import dev.millrace.bench.rounds.RoundsFeed;
import dev.millrace.bench.rounds.WorkOr;
import dev.millrace.bench.workload.Task;
import dev.millrace.engine.Chunking;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Item;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// **Question:** how large must a chunk be for its work to hide what it costs to hand it over?
///
/// **Varies:** the items of a chunk, or chunks sized by measured time; what an item costs; the
/// parallelism. **Fixed:** the count of items, and the pipeline of the engine `workor-lockfree`;
/// the work is a count of hash rounds, so an operation of 100,000 items takes 1 ms for each 10 ns
/// of an item.
///
/// **Expect:** about 50 µs of work a chunk are enough, whatever the items: a chunk of 1,000 for
/// items of 10 to 100 ns, of 100 for items of 1 µs. Below that CPU time rises by the price of a
/// chunk, a few hundred nanoseconds to a microsecond each, and run time with it, more at
/// parallelism 2 than at 1; chunks of one item of 10 ns cost many times their work. Chunks of
/// 10,000 leave a few tasks to share, so that the last one decides. Adaptive chunks come near the
/// best for every cost. (`loop`, a bare loop on one thread, is the reference; in a spike with a
/// cursor and no pipeline, chunks of 1 and 10 cost 4 to 90 and 2 to 30 times the work at 1 ns an
/// item, and 100 were within 5 to 10 % at 115 ns.)
///
/// **Checks:** the items that come out, and their order, are those of the loop.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+AlwaysPreTouch")
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class GrainBenchmark {
  /// The items and what each costs.
  @State(Scope.Benchmark)
  public static class Items {
    /// What an item costs, in nanoseconds of a core of 3.5 GHz.
    @Param({"10", "100", "1000"})
    public int itemNanos;

    /// How many there are.
    @Param("100000")
    public int items;

    private RoundsFeed feed;

    /// Makes the feed.
    @Setup
    public void prepare() {
      feed = RoundsFeed.of(items, _ -> Rounds.forNanos(itemNanos));
    }
  }

  /// The runs in parallel.
  @State(Scope.Benchmark)
  public static class Runs {
    /// How many items a chunk has, or `adaptive`.
    @Param({"1", "10", "100", "1000", "10000", "adaptive"})
    public String chunk;

    /// The most threads that a run may use; several degrees are separated by commas.
    @Param({"1", "2", "4"})
    public String parallelism;

    private Rotation<Task> tasks;
    private Task task;

    /// Checks the answer at each parallelism.
    @Setup
    public void prepare(Items items) throws InterruptedException {
      tasks =
          Rotation.of(
              parallelism, threads -> items.feed.task(WorkOr.scheduler(), options(threads)));
    }

    private RunOptions options(int threads) {
      Chunking chunking =
          chunk.equals("adaptive")
              ? Chunking.ADAPTIVE
              : new Chunking.Fixed(Integer.parseInt(chunk));
      return RunOptions.parallel(threads).with(chunking);
    }

    /// Takes the next parallelism.
    @Setup(Level.Iteration)
    public void turn() {
      task = tasks.next();
    }
  }

  /// All items in chunks.
  @Benchmark
  public RunResult run(Runs runs) throws InterruptedException {
    return runs.task.run();
  }

  /// All items in a bare loop.
  @Benchmark
  public List<Item> loop(Items items, Loop loop) {
    return items.feed.loop();
  }
}
