package dev.millrace.reports.rule;

/// How strict the rule is.
///
/// @param alpha the chance of a false alarm in a whole suite, and of each false claim of
///   equivalence
/// @param moderated whether series of one metric share what they tell about variance
public record Settings(double alpha, boolean moderated) {
  /// The share of alpha at which the tests for alarms are made. The rest is kept for what they
  /// assume and forks do not obey: normal logs, variances that follow the prior.
  public static final double CAUTION = 0.7;

  /// A chance of 5 %, variances shared.
  public static final Settings DEFAULT = new Settings(0.05, true);

  public Settings {
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha is above 0 and below 0.5, not " + alpha);
    }
  }

  /// The same with another alpha, as a look at unfinished data spends it.
  public Settings withAlpha(double share) {
    return new Settings(share, moderated);
  }

  /// The level of the tests for regressed and improved.
  double alarmLevel() {
    return CAUTION * alpha;
  }
}
