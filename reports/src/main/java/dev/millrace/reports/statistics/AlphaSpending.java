package dev.millrace.reports.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// How much of the chance of a false alarm may be spent by the time a share of the data is in, so
/// that looking early costs nothing.
///
/// The function of Lan and DeMets that resembles O'Brien and Fleming's boundaries: α(t) = 2 - 2Φ(z
/// / √t) with z the upper α / 2 quantile. It spends next to nothing early and all of alpha at the
/// end. Testing every look at what it adds, `α(tₖ) - α(tₖ₋₁)`, keeps the total below alpha whatever
/// the dependence of the looks; boundaries that use the dependence would be a little less strict.
public final class AlphaSpending {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private AlphaSpending() {}

  /// What may be spent in all once a share of the data, 0 to 1, is in.
  public static double spent(double alpha, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share: " + share);
    }
    if (share == 0) {
      return 0;
    }
    var z = NORMAL.inverseSurvivalProbability(alpha / 2);
    return 2 * NORMAL.survivalProbability(z / Math.sqrt(share));
  }

  /// What the look after this share may spend, when the last look was after that one.
  public static double increment(double alpha, double lastShare, double share) {
    return spent(alpha, share) - spent(alpha, lastShare);
  }
}
