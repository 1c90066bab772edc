package dev.millrace.reports.study;

import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.Fork;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Iteration;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes series in memory.
final class Results {
  private Results() {}

  static ResultFile file(Series... series) {
    return new ResultFile(Path.of("results.json"), List.of(series), Environment.UNKNOWN);
  }

  static List<Panel> panels(Series... series) {
    return Arrangement.of(List.of(file(series)), null);
  }

  static Series series(
      String benchmark, Mode mode, int threads, Map<String, String> params, double... forks) {
    var unit = mode == Mode.THROUGHPUT ? "ops/ms" : "ms/op";
    var identity = new Identity(benchmark, mode, threads, new TreeMap<>(params), unit);
    var means = Arrays.stream(forks).mapToObj(mean -> new Fork(List.of(new Iteration.Score(mean))));
    var score = Arrays.stream(forks).average().orElse(Double.NaN);
    return new Series(identity, new Metric(score, unit, means.toList()), Map.of(), "");
  }

  static Series engine(String engine, String job, int parallelism, double... forks) {
    var params = Map.of("engine", engine, "job", job, "parallelism", String.valueOf(parallelism));
    return series("a.ScalingBenchmark.run", Mode.AVERAGE_TIME, 1, params, forks);
  }
}
