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

  /// What a fork tells of each point of a sweep: of the iterations, in the warm-up and of those
  /// that count, the first is the first point's, the second the second's, and so on, round and
  /// round.
  static List<Measured> split(Measured fork, Sweep sweep) {
    BenchmarkParams params = fork.result().getParams();
    List<IterationResult> all = List.copyOf(fork.result().getIterationResults());
    int points = sweep.points().size();
    var split = new ArrayList<Measured>(points);
    for (int i = 0; i < points; i++) {
      BenchmarkParams own = ofPoint(params, sweep.points().get(i), points);
      var result = new BenchmarkResult(own, everyNth(all, i, points));
      split.add(new Measured(result, everyNth(fork.warmup(), i, points)));
    }
    return split;
  }

  private static <T> List<T> everyNth(List<T> all, int first, int n) {
    var own = new ArrayList<T>();
    for (int i = first; i < all.size(); i += n) {
      own.add(all.get(i));
    }
    return own;
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
