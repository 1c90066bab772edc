package dev.millrace.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.WorkloadParams;

/// Copies of what JMH gives, with what our way of running forks changes in it.
final class Copies {
  private Copies() {}

  /// The results of the points of a sweep: of the iterations that counted the first is the first
  /// point's, the second the second's, and so on, round and round.
  static List<BenchmarkResult> split(BenchmarkResult fork, Sweep sweep) {
    List<IterationResult> all = List.copyOf(fork.getIterationResults());
    int points = sweep.points().size();
    var results = new ArrayList<BenchmarkResult>(points);
    for (int i = 0; i < points; i++) {
      var own = new ArrayList<IterationResult>();
      for (int j = i; j < all.size(); j += points) {
        own.add(all.get(j));
      }
      results.add(
          new BenchmarkResult(ofPoint(fork.getParams(), sweep.points().get(i), points), own));
    }
    return results;
  }

  private static BenchmarkParams ofPoint(BenchmarkParams sweep, Point point, int points) {
    var params = new WorkloadParams();
    int place = 0;
    for (Map.Entry<String, String> param : point.params().entrySet()) {
      params.put(param.getKey(), param.getValue(), place++);
    }
    return new BenchmarkParams(
        sweep.getBenchmark(),
        sweep.generatedBenchmark(),
        sweep.shouldSynchIterations(),
        sweep.getThreads(),
        sweep.getThreadGroups(),
        sweep.getThreadGroupLabels(),
        sweep.getForks(),
        sweep.getWarmupForks(),
        share(sweep.getWarmup(), points),
        share(sweep.getMeasurement(), points),
        sweep.getMode(),
        params,
        sweep.getTimeUnit(),
        sweep.getOpsPerInvocation(),
        sweep.getJvm(),
        sweep.getJvmArgs(),
        sweep.getJdkVersion(),
        sweep.getVmName(),
        sweep.getVmVersion(),
        sweep.getJmhVersion(),
        sweep.getTimeout());
  }

  private static IterationParams share(IterationParams all, int points) {
    return new IterationParams(
        all.getType(), all.getCount() / points, all.getTime(), all.getBatchSize());
  }
}
