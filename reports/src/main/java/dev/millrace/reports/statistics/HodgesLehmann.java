package dev.millrace.reports.statistics;

/// The Hodges-Lehmann estimate of how far apart two samples are: the median of all differences
/// between a value of the one and a value of the other.
public final class HodgesLehmann {
  private HodgesLehmann() {}

  /// The median of all `one - other`.
  ///
  /// Cost: time and memory O(n·m) for n and m values.
  public static double shift(double[] one, double[] other) {
    return Median.of(differences(one, other));
  }

  private static double[] differences(double[] one, double[] other) {
    var differences = new double[one.length * other.length];
    for (var i = 0; i < one.length; i++) {
      for (var j = 0; j < other.length; j++) {
        differences[i * other.length + j] = one[i] - other[j];
      }
    }
    return differences;
  }
}
