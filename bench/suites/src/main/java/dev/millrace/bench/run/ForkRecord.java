package dev.millrace.bench.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/// A line of `forks.jsonl`: one point of one fork, with every iteration that counts.
///
/// @param benchmark the name of the benchmark
/// @param params the values of its params
/// @param round the how manieth fork of this point it is, counted from 1
/// @param place the how manieth fork of the whole run it is, counted from 1
/// @param endedAt when it ended, in UTC, ISO 8601
/// @param primary the scores
/// @param secondary the secondary results by their names
record ForkRecord(
    String benchmark,
    Map<String, String> params,
    int round,
    int place,
    String endedAt,
    Metric primary,
    Map<String, Metric> secondary) {

  /// One measured quantity.
  ///
  /// @param unit such as `ms/op`
  /// @param iterations a value for each iteration, in order
  record Metric(String unit, List<Double> iterations) {}

  /// The record of a point of a fork that has just ended.
  static ForkRecord of(Point point, int round, int place, BenchmarkResult fork) {
    var primary = new Metric(fork.getScoreUnit(), new ArrayList<>());
    var secondary = new TreeMap<String, Metric>();
    for (IterationResult iteration : fork.getIterationResults()) {
      primary.iterations().add(iteration.getPrimaryResult().getScore());
      for (Result<?> each : iteration.getSecondaryResults().values()) {
        secondary
            .computeIfAbsent(
                each.getLabel(), _ -> new Metric(each.getScoreUnit(), new ArrayList<>()))
            .iterations()
            .add(each.getScore());
      }
    }
    return new ForkRecord(
        point.benchmark(),
        point.params(),
        round,
        place,
        Instant.now().toString(),
        primary,
        secondary);
  }
}
