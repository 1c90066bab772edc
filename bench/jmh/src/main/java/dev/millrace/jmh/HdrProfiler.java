package dev.millrace.jmh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.TextResult;
import org.openjdk.jmh.runner.IterationType;

/// Latencies of all invocations that a benchmark records by a [Latency], in a HdrHistogram log: a
/// file for each benchmark and its params, a line for each measured iteration of each fork, in
/// nanoseconds, tagged `fork/iteration`, both counted from 1. The percentiles of each iteration are
/// secondary results too, in ns/op; JMH takes their mean over iterations, and the exact ones of the
/// whole run are those of the log.
///
/// JMH's own sample mode takes one invocation in so many, at even distances, and halves its counts
/// when they become too many, but none to 0: rare long invocations weigh too much then, or are
/// never met. Here nothing is left out.
///
/// Options: `dir`, where logs go, the working folder unless given; `interval`, such as `10ms`, when
/// invocations are meant to begin so often: one that takes longer also counts for those that would
/// have begun meanwhile, which corrects coordinated omission; `fork`, the number of the first fork,
/// 1 unless given: from a later one on, lines are added to the log that is there; `turns`, the name
/// of a param whose values, separated by commas, the iterations take in turn: then each value has a
/// log of its own, as if it had been measured alone.
///
/// What threads do while they wait for each other at the ends of an iteration is recorded too: they
/// are invocations like the others. A benchmark that records nothing has no log, and the text of a
/// secondary result says so.
public final class HdrProfiler implements InternalProfiler, ForkCounter {
  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

  private static final String NOTHING = "the benchmark records no latency: it takes no Latency";

  private final ForkFiles forks;
  private final Path folder;
  private final long expectedNanos;
  private final String turns;
  private long startedAt;
  private int iterations;

  /// A profiler without options.
  public HdrProfiler() throws ProfilerException {
    this("");
  }

  /// A profiler with options as they stand on JMH's command line.
  ///
  /// @throws ProfilerException if they make no sense
  public HdrProfiler(String line) throws ProfilerException {
    var options =
        new ProfilerOptions("HdrProfiler", line, List.of("dir", "interval", "fork", "turns"));
    folder = Path.of(options.text("dir", ""));
    expectedNanos = options.nanos("interval", "0ns");
    turns = options.text("turns", "");
    forks = new ForkFiles(options.count("fork", "1"));
  }

  @Override
  public String getDescription() {
    return "Latency of every invocation that a benchmark records, as a HdrHistogram log";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams params) {
    startedAt = System.currentTimeMillis();
    Latencies.open(expectedNanos);
  }

  @Override
  @SuppressWarnings("rawtypes") // so JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams params, IterationResult result) {
    Histogram recorded = Latencies.close();
    if (params.getType() != IterationType.MEASUREMENT) {
      return List.of();
    }
    int before = iterations++;
    if (recorded.getTotalCount() == 0) {
      return before == 0 ? List.of(new TextResult(NOTHING, "latency")) : List.of();
    }
    List<String> names = ForkFiles.names(benchmark, turns);
    int iteration = before / names.size() + 1;
    recorded.setTag(ForkFiles.fork() + "/" + iteration);
    recorded.setStartTimeStamp(startedAt);
    recorded.setEndTimeStamp(System.currentTimeMillis());
    Path log = folder.resolve(names.get(before % names.size()) + ".hlog");
    append(log, recorded, ForkFiles.fork() <= 1 && iteration == 1);
    return results(recorded);
  }

  /// Adds a line to a log, or begins it anew with the first line of a run.
  private void append(Path log, Histogram recorded, boolean isFirst) {
    var lines = new ByteArrayOutputStream();
    var writer = new HistogramLogWriter(lines);
    if (isFirst) {
      writer.outputComment("[Latencies in nanoseconds; tag = fork/iteration]");
      writer.outputLogFormatVersion();
      writer.outputStartTime(startedAt);
      writer.outputLegend();
    }
    writer.outputIntervalHistogram(recorded);
    writer.close();
    try {
      Files.createDirectories(folder.toAbsolutePath());
      if (isFirst) {
        Files.write(log, lines.toByteArray());
      } else {
        Files.write(log, lines.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("hdr: " + log + " cannot be written: " + failed, failed);
    }
  }

  private static List<ScalarResult> results(Histogram recorded) {
    var results = new ArrayList<ScalarResult>();
    for (double percentile : PERCENTILES) {
      String label = "latency.p" + String.valueOf(percentile).replaceFirst("\\.0$", "");
      double nanos = recorded.getValueAtPercentile(percentile);
      results.add(new ScalarResult(label, nanos, "ns/op", AggregationPolicy.AVG));
    }
    results.add(
        new ScalarResult("latency.max", recorded.getMaxValue(), "ns/op", AggregationPolicy.MAX));
    results.add(
        new ScalarResult("latency.count", recorded.getTotalCount(), "#", AggregationPolicy.SUM));
    return results;
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams benchmark) {
    return List.of(forks.nextFork());
  }
}
