package dev.millrace.reports.statistics;

/// How much of the chance of a false alarm may be spent by the time a share of the data is in, so
/// that looking early costs nothing.
///
/// The function of Lan and DeMets (1983) that resembles Pocock's boundaries: α(t) = α · ln(1 + (e -
/// 1) t), which lets early looks find what is plain. Testing every look at what it adds keeps the
///    total below alpha whatever the dependence of the looks; boundaries that use the dependence
///    would be a little less strict.
public final class AlphaSpending {
  private AlphaSpending() {}

  /// What may be spent in all once a share of the data, 0 to 1, is in.
  public static double spent(double alpha, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share: " + share);
    }
    return alpha * Math.log1p((Math.E - 1) * share);
  }
}
