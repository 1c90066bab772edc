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

/// **Question:** how far from the ideal, run time = work / parallelism, is a run whose items do not
/// cost the same?
///
/// **Varies:** where the work is; the items of a chunk; the parallelism. **Fixed:** all the work,
/// 200 ns an item on average, 20 ms for 100,000 items; the pipeline of the engine
/// `workor-lockfree`. `loop`, on one thread, is the work.
///
/// **Expect**, while there are cores: with chunks of 100 the ideal, within a few percent, wherever
/// the work is, since chunks are pulled one by one and none takes longer than 1 ms. With chunks of
/// 1,000 as well, but for one case: where the dear items come last (`END`), they are one chunk of
/// 10 ms, half of all work, that is taken when the rest is half done: 1.5 times the ideal at
/// parallelism 2, 2.5 times at 4. At the beginning (`FRONT`) that chunk costs nothing at
/// parallelism 2, and sets the run time, twice the ideal, at 4. CPU time is the loop's throughout.
///
/// **Checks:** the items that come out, and their order, are those of the loop.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+AlwaysPreTouch")
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class SkewBenchmark {
  private static final long MEAN_NANOS = 200;

  /// Where the work is.
  public enum Skew {
    /// Every item costs the same.
    EQUAL,
    /// From nothing for the first item to twice the mean for the last.
    LINEAR,
    /// The first of a hundred items have half of the work.
    FRONT,
    /// The last of a hundred items have half of the work.
    END;

    /// What an item costs.
    ///
    /// @param row the item's index
    /// @param items how many there are
    int rounds(int row, int items) {
      long nanos =
          switch (this) {
            case EQUAL -> MEAN_NANOS;
            case LINEAR -> 2 * MEAN_NANOS * row / items;
            case FRONT -> oneInHundred(row < items / 100);
            case END -> oneInHundred(row >= items - items / 100);
          };
      return Rounds.forNanos(nanos);
    }

    private static long oneInHundred(boolean isOne) {
      return isOne ? 50 * MEAN_NANOS : MEAN_NANOS / 2 * 100 / 99;
    }
  }

  /// The items.
  @State(Scope.Benchmark)
  public static class Items {
    /// Where the work is.
    @Param public Skew skew;

    /// How many items there are.
    @Param("100000")
    public int items;

    private RoundsFeed feed;

    /// Makes the feed.
    @Setup
    public void prepare() {
      feed = RoundsFeed.of(items, row -> skew.rounds(row, items));
    }
  }

  /// The runs in parallel.
  @State(Scope.Benchmark)
  public static class Runs {
    /// How many items a chunk has.
    @Param({"100", "1000"})
    public int chunk;

    /// The most threads that a run may use; several degrees are separated by commas.
    @Param({"1", "2", "4"})
    public String parallelism;

    private Rotation<Task> tasks;
    private Task task;

    /// Checks the answer at each parallelism.
    @Setup
    public void prepare(Items items) throws InterruptedException {
      var chunking = new Chunking.Fixed(chunk);
      tasks =
          Rotation.of(
              parallelism,
              threads ->
                  items.feed.task(WorkOr.scheduler(), RunOptions.parallel(threads).with(chunking)));
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
