package dev.millrace.reports.study;

import java.util.Arrays;

/// Operations in a unit of time, of all of JMH's threads together, whatever mode was measured.
///
/// JMH sums throughput over its threads but averages time, so that T threads which take a time t
/// each do T / t.
final class Throughput {
  private Throughput() {}

  /// The throughput of each fork, or of the printed score where no raw data was kept, in operations
  /// per time unit of the score.
  static double[] of(Point point) {
    var scores = point.observations(Quantity.SCORE);
    var identity = point.series().identity();
    return identity.mode().higherIsBetter()
        ? scores
        : Arrays.stream(scores).map(time -> identity.threads() / time).toArray();
  }

  /// The unit of the throughput that goes with a unit of time per operation; empty for other units.
  static String unit(String timeUnit) {
    var slash = timeUnit.indexOf("/op");
    return slash > 0 && timeUnit.length() == slash + 3 ? "ops/" + timeUnit.substring(0, slash) : "";
  }
}
