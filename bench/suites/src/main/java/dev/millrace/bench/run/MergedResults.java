package dev.millrace.bench.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/// The forks of each point put together as JMH would have, had it run them one after another.
final class MergedResults {
  private final Map<Point, List<BenchmarkResult>> forks = new LinkedHashMap<>();

  /// Results with a place for each point, in this order.
  MergedResults(List<Point> points) {
    points.forEach(point -> forks.put(point, new ArrayList<>()));
  }

  /// Adds a fork of a point.
  void add(Point point, BenchmarkResult fork) {
    forks.computeIfAbsent(point, _ -> new ArrayList<>()).add(fork);
  }

  /// JMH's own JSON: a record for each point that has forks, a row of raw data for each fork.
  String toJson() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(merged());
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private List<RunResult> merged() {
    return forks.values().stream()
        .filter(each -> !each.isEmpty())
        .map(MergedResults::merge)
        .toList();
  }

  private static RunResult merge(List<BenchmarkResult> forks) {
    BenchmarkParams single = forks.getFirst().getParams();
    return new RunResult(Copies.withForks(single, forks.size()), forks);
  }
}
