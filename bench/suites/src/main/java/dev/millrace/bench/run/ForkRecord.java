package dev.millrace.bench.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.TextResult;

/// A line of `forks.jsonl`: one point of one fork, with every iteration. It has all that
/// `results.json` and `warmup.json` tell of the fork, so that a run that was cut off can be
/// resumed. Lines of older versions lack the warm-up, and have none.
///
/// @param benchmark the name of the benchmark
/// @param params the values of its params
/// @param round the how manieth fork of this point it is, counted from 1
/// @param place the how manieth fork of the whole run it is, counted from 1
/// @param endedAt when it ended, in UTC, ISO 8601
/// @param settings how JMH measured it
/// @param warmup the scores of the warm-up iterations, in the unit of the others
/// @param primary the scores
/// @param secondary the secondary results by their names
record ForkRecord(
    String benchmark,
    Map<String, String> params,
    int round,
    int place,
    String endedAt,
    Settings settings,
    List<Double> warmup,
    Metric primary,
    Map<String, Metric> secondary) {
  ForkRecord {
    warmup = List.copyOf(Objects.requireNonNullElse(warmup, List.of()));
  }

  /// One measured quantity.
  ///
  /// @param unit such as `ms/op`
  /// @param policy what JMH makes of several iterations: their mean, sum, maximum or minimum
  /// @param iterations a value for each iteration, in order
  record Metric(String unit, AggregationPolicy policy, List<Double> iterations) {
    private static final VarHandle POLICY = policyOfResult();

    private static Metric of(Result<?> first) {
      return new Metric(
          first.getScoreUnit(), (AggregationPolicy) POLICY.get(first), new ArrayList<>());
    }

    /// JMH needs the policy for its own files and shows it to nobody.
    private static VarHandle policyOfResult() {
      try {
        return MethodHandles.privateLookupIn(Result.class, MethodHandles.lookup())
            .findVarHandle(Result.class, "policy", AggregationPolicy.class);
      } catch (ReflectiveOperationException otherJmh) {
        throw new IllegalStateException("this is not the JMH that it was built with", otherJmh);
      }
    }
  }

  /// How JMH measured, in its own words.
  ///
  /// @param jmhVersion the version of JMH
  /// @param mode such as `avgt`
  /// @param threads how many threads called the benchmark
  /// @param jvm the program that was started
  /// @param jvmArgs what it was started with
  /// @param warmup what was thrown away
  /// @param measurement what counts
  record Settings(
      String jmhVersion,
      String mode,
      int threads,
      String jvm,
      List<String> jvmArgs,
      String jdkVersion,
      String vmName,
      String vmVersion,
      Iterations warmup,
      Iterations measurement) {
    private static Settings of(BenchmarkParams params) {
      return new Settings(
          params.getJmhVersion(),
          params.getMode().shortLabel(),
          params.getThreads(),
          params.getJvm(),
          List.copyOf(params.getJvmArgs()),
          params.getJdkVersion(),
          params.getVmName(),
          params.getVmVersion(),
          Iterations.of(params.getWarmup()),
          Iterations.of(params.getMeasurement()));
    }
  }

  /// Iterations one after another.
  ///
  /// @param count how many
  /// @param time how long each lasted, as JMH writes it
  /// @param batchSize calls that make an operation
  record Iterations(int count, String time, int batchSize) {
    private static Iterations of(IterationParams params) {
      return new Iterations(params.getCount(), params.getTime().toString(), params.getBatchSize());
    }
  }

  /// The record of a point of a fork that has just ended.
  static ForkRecord of(Point point, int round, int place, Measured measured) {
    BenchmarkResult fork = measured.result();
    Metric primary = Metric.of(fork.getPrimaryResult());
    var secondary = new TreeMap<String, Metric>();
    for (IterationResult iteration : fork.getIterationResults()) {
      primary.iterations().add(iteration.getPrimaryResult().getScore());
      for (Result<?> each : iteration.getSecondaryResults().values()) {
        if (!(each instanceof TextResult)) {
          secondary
              .computeIfAbsent(each.getLabel(), _ -> Metric.of(each))
              .iterations()
              .add(each.getScore());
        }
      }
    }
    return new ForkRecord(
        point.benchmark(),
        point.params(),
        round,
        place,
        Instant.now().toString(),
        Settings.of(fork.getParams()),
        measured.warmup(),
        primary,
        secondary);
  }

  /// The forks of each point that has any, in the order of the points.
  static List<List<ForkRecord>> byPoint(List<Point> points, List<ForkRecord> forks) {
    var byPoint = new LinkedHashMap<List<Object>, List<ForkRecord>>();
    points.forEach(
        point -> byPoint.put(List.of(point.benchmark(), point.params()), new ArrayList<>()));
    for (ForkRecord fork : forks) {
      byPoint
          .computeIfAbsent(List.of(fork.benchmark(), fork.params()), _ -> new ArrayList<>())
          .add(fork);
    }
    return byPoint.values().stream().filter(own -> !own.isEmpty()).toList();
  }

  /// Whether it is a fork of a point.
  boolean isOf(Point point) {
    return benchmark.equals(point.benchmark()) && params.equals(point.params());
  }
}
