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
import org.openjdk.jmh.runner.WorkloadParams;

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
    return new RunResult(withForks(forks.getFirst().getParams(), forks.size()), forks);
  }

  /// A copy of the params of a single fork, with another count of forks.
  private static BenchmarkParams withForks(BenchmarkParams single, int forks) {
    return new BenchmarkParams(
        single.getBenchmark(),
        single.generatedBenchmark(),
        single.shouldSynchIterations(),
        single.getThreads(),
        single.getThreadGroups(),
        single.getThreadGroupLabels(),
        forks,
        single.getWarmupForks(),
        single.getWarmup(),
        single.getMeasurement(),
        single.getMode(),
        workloadParams(single),
        single.getTimeUnit(),
        single.getOpsPerInvocation(),
        single.getJvm(),
        single.getJvmArgs(),
        single.getJdkVersion(),
        single.getVmName(),
        single.getVmVersion(),
        single.getJmhVersion(),
        single.getTimeout());
  }

  private static WorkloadParams workloadParams(BenchmarkParams single) {
    var params = new WorkloadParams();
    int place = 0;
    for (String name : single.getParamsKeys()) {
      params.put(name, single.getParam(name), place++);
    }
    return params;
  }
}
