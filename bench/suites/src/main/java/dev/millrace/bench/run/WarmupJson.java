package dev.millrace.bench.run;

import java.util.List;
import java.util.Map;

/// A record of `warmup.json`: the scores of a point's warm-up iterations. Its first five components
/// tell which record of `results.json` they belong to.
///
/// @param mode such as `avgt`
/// @param threads how many threads called the benchmark
/// @param unit of the scores, such as `ms/op`
/// @param forks a row for each row of that record's `rawData`; it is empty for a fork that did not
///   tell
record WarmupJson(
    String benchmark,
    String mode,
    int threads,
    Map<String, String> params,
    String unit,
    List<List<Double>> forks) {

  /// A record for each point that has forks, in the order of the points.
  static List<WarmupJson> of(List<Point> points, List<ForkRecord> forks) {
    return ForkRecord.byPoint(points, forks).stream().map(WarmupJson::of).toList();
  }

  private static WarmupJson of(List<ForkRecord> forks) {
    ForkRecord first = forks.getFirst();
    return new WarmupJson(
        first.benchmark(),
        first.settings().mode(),
        first.settings().threads(),
        first.params(),
        first.primary().unit(),
        forks.stream().map(ForkRecord::warmup).toList());
  }
}
