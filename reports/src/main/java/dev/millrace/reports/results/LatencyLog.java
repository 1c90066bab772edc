package dev.millrace.reports.results;

import dev.millrace.reports.results.Iteration.Bin;
import dev.millrace.reports.results.Iteration.Histogram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramLogReader;

/// Latencies in HdrHistogram logs beside the results or in the folder `latency` there, as our JMH
/// profiler leaves them: a log for each series, named by JMH's id of it, a line for each iteration,
/// tagged `fork/iteration`, in nanoseconds.
///
/// They are read as a secondary metric that holds all values, as JMH's sample mode does.
public final class LatencyLog {
  /// The name of the metric.
  public static final String METRIC = "latency";

  private static final String FOLDER = "latency";
  private static final String ENDING = ".hlog";

  private LatencyLog() {}

  /// The same results, with the latencies of those series that have a log.
  ///
  /// @throws UnreadableInputException when a log is cut short or none of HdrHistogram's
  public static ResultFile addedTo(ResultFile file) {
    var series = file.series().stream().map(each -> with(each, log(file, each))).toList();
    return file.with(series);
  }

  /// The logs of some results that are there, in the order of the series.
  public static List<Path> of(ResultFile file) {
    return file.series().stream()
        .map(series -> log(file, series))
        .distinct()
        .filter(Files::isRegularFile)
        .toList();
  }

  private static Path log(ResultFile file, Series series) {
    var name = series.identity().fileName() + ENDING;
    var beside = file.path().resolveSibling(name);
    return Files.isRegularFile(beside) ? beside : file.path().resolveSibling(FOLDER).resolve(name);
  }

  private static Series with(Series series, Path log) {
    if (!Files.isRegularFile(log)) {
      return series;
    }
    var forks = read(log);
    var secondary = new TreeMap<>(series.secondary());
    secondary.put(METRIC, new Metric(Pool.of(forks).mean(), "ns/op", forks));
    return new Series(
        series.identity(),
        series.primary(),
        secondary,
        series.jdkVersion(),
        series.rest(),
        series.warmUp());
  }

  private static List<Fork> read(Path log) {
    var forks = new TreeMap<Integer, List<Iteration>>();
    try (var stream = Files.newInputStream(log);
        var reader = new HistogramLogReader(stream)) {
      while (reader.hasNext()) {
        var line = reader.nextIntervalHistogram();
        if (line != null) {
          forks.computeIfAbsent(fork(line), _ -> new ArrayList<>()).add(iteration(line));
        }
      }
    } catch (IOException _) {
      throw unreadable(log, "it cannot be read");
    } catch (RuntimeException broken) {
      throw unreadable(log, "a line is none of HdrHistogram's (" + broken.getMessage() + ")");
    }
    if (forks.isEmpty()) {
      throw unreadable(log, "it holds no histogram");
    }
    return forks.values().stream().map(Fork::new).toList();
  }

  private static UnreadableInputException unreadable(Path log, String problem) {
    return new UnreadableInputException(
        log + ": " + problem + "; delete it, or run the benchmark again");
  }

  /// The number before the slash of the tag; a log without such tags is taken as one fork.
  private static int fork(EncodableHistogram line) {
    var tag = String.valueOf(line.getTag());
    return tag.matches("\\d{1,9}/\\d+") ? Integer.parseInt(tag.substring(0, tag.indexOf('/'))) : 0;
  }

  private static Iteration iteration(EncodableHistogram line) {
    if (!(line instanceof org.HdrHistogram.Histogram recorded)) {
      throw new IllegalArgumentException("its values are not whole nanoseconds");
    }
    var bins = new ArrayList<Bin>();
    for (var each : recorded.recordedValues()) {
      bins.add(new Bin(each.getValueIteratedTo(), each.getCountAtValueIteratedTo()));
    }
    return new Histogram(bins);
  }
}
