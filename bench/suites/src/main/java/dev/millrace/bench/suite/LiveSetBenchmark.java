package dev.millrace.bench.suite;

import dev.millrace.bench.workload.HeldFeed;
import dev.millrace.feed.Feed;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// **Question:** how much memory does a loaded feed take, and what does a full collection of it
/// cost?
///
/// **Varies:** how the feed is held, and how long it is; the storage `none`, a JVM without a feed,
/// is the control. **Fixed:** the items, generated from one seed. An operation is a full collection
/// by the collector that the JVM was started with; `heap.live` of [dev.millrace.jmh.PauseProfiler]
/// is the live set, `cpu` what all of the collector's threads took.
///
/// **Expect:** for objects, both growing with the items; for compact feeds a live set near the
/// bytes of the texts, and a collection that takes hardly longer than the control's, since it marks
/// some dozens of arrays for each block. Where these arrays are copied, as a full collection of the
/// parallel collector may, their bytes do count.
///
/// **Checks:** the feed is checked against the one of objects, over its first items.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms8g", "-Xmx8g"})
public class LiveSetBenchmark {
  /// How the feed is held; `none` for no feed.
  @Param({"none", "objects", "compact"})
  public String storage;

  /// How many items the feed has.
  @Param("1000000")
  public String items;

  private Feed feed;

  /// Generates the feed, and collects once so that it lies where it stays.
  @Setup
  public void prepare() {
    feed = HeldFeed.generate(storage, Integer.parseInt(items));
    System.gc();
  }

  /// A full collection; the feed outlives it.
  @Benchmark
  public Feed collect() {
    System.gc();
    return feed;
  }
}
