package dev.millrace.reports.rule;

import java.util.Arrays;

/// What was measured of one series on both sides: one number for each fork.
///
/// Every number must be positive and finite, because the rule works on logarithms; who cannot
/// promise that sorts such series out first. One fork on a side is allowed, and proves nothing. The
/// arrays are not copied and never written to.
///
/// @param metric what is measured, as `time` or `allocation`: series of one metric share what they
///   tell about variance
/// @param margin the change that does not matter, as a fraction: 0.02 spans the ratios from 1 /
///   1.02 to 1.02
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sample(
    String metric, double[] baseline, double[] candidate, boolean higherIsBetter, double margin) {
  public Sample {
    requireForks(baseline);
    requireForks(candidate);
    if (!(margin >= 0 && Double.isFinite(margin))) {
      throw new IllegalArgumentException("margin: " + margin);
    }
  }

  /// The forks of the side that has fewer.
  int forks() {
    return Math.min(baseline.length, candidate.length);
  }

  /// The margin on the log scale.
  double bound() {
    return Math.log1p(margin);
  }

  private static void requireForks(double[] means) {
    if (means.length == 0
        || !Arrays.stream(means).allMatch(mean -> mean > 0 && Double.isFinite(mean))) {
      throw new IllegalArgumentException(
          "fork means are positive, finite and at least one: " + Arrays.toString(means));
    }
  }
}
