package dev.millrace.reports.statistics;

/// Satterthwaite's degrees of freedom of a sum of two independent variances, as in Welch's t-test.
public final class Satterthwaite {
  private Satterthwaite() {}

  /// The degrees of freedom of `one + other`, each a squared standard error with its own degrees of
  /// freedom. NaN when both are zero.
  public static double degreesOfFreedom(
      double one, double oneDegrees, double other, double otherDegrees) {
    var share = one / (one + other);
    var rest = other / (one + other);
    return 1 / (share * share / oneDegrees + rest * rest / otherDegrees);
  }
}
