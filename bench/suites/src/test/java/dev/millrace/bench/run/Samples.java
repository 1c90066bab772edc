package dev.millrace.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/// Points, and results as JMH's forks give them.
final class Samples {
  static final ForkSettings SETTINGS =
      new ForkSettings(ForkSettings.Phase.ofMillis(1, 10), ForkSettings.Phase.ofMillis(2, 10));

  private Samples() {}

  /// Different points.
  static List<Point> points(int count) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < count; i++) {
      points.add(point(Integer.toString(i)));
    }
    return points;
  }

  /// A point of a benchmark that this class stands for.
  static Point point(String job) {
    SequencedMap<String, String> params = new LinkedHashMap<>();
    params.put("job", job);
    params.put("parallelism", "2");
    return new Point(Samples.class.getName() + ".run", params, job);
  }

  /// A sweep of one point for each of some points.
  static List<Sweep> sweeps(List<Point> points) {
    return points.stream().map(point -> Sweep.overParallelism(List.of(point), SETTINGS)).toList();
  }

  /// What one fork of a sweep of one point tells.
  static List<Measured> fork(Sweep sweep, double... millis) {
    return List.of(measured(sweep.points().getFirst(), millis));
  }

  /// What one fork tells of a point: an iteration for each time in ms, after a warm-up iteration of
  /// three times the first one's.
  static Measured measured(Point point, double... millis) {
    return new Measured(fork(point, millis), List.of(3 * millis[0]));
  }

  /// The result of one fork: an iteration for each time in ms, at twice its CPU time.
  static BenchmarkResult fork(Point point, double... millis) {
    BenchmarkParams params = params(point, millis.length);
    var iterations = new ArrayList<IterationResult>();
    for (double each : millis) {
      var metadata = new IterationResultMetaData(10, 10);
      var iteration = new IterationResult(params, params.getMeasurement(), metadata);
      long nanos = Math.round(each * 10 * 1e6);
      iteration.addResult(
          new AverageTimeResult(ResultRole.PRIMARY, "run", 10, nanos, TimeUnit.MILLISECONDS));
      iteration.addResult(new ScalarResult("cpu", 2 * each, "ms/op", AggregationPolicy.AVG));
      iterations.add(iteration);
    }
    return new BenchmarkResult(params, iterations);
  }

  private static BenchmarkParams params(Point point, int iterations) {
    var workload = new WorkloadParams();
    int place = 0;
    for (String name : point.params().keySet()) {
      workload.put(name, point.params().get(name), place++);
    }
    TimeValue time = TimeValue.milliseconds(100);
    return new BenchmarkParams(
        point.benchmark(),
        "generated",
        true,
        1,
        new int[] {1},
        List.of(),
        1,
        0,
        new IterationParams(IterationType.WARMUP, 1, time, 1),
        new IterationParams(IterationType.MEASUREMENT, iterations, time, 1),
        Mode.AverageTime,
        workload,
        TimeUnit.MILLISECONDS,
        1,
        "java",
        List.of("-Xmx1g"),
        "25",
        "VM",
        "25",
        "1.37",
        time);
  }
}
