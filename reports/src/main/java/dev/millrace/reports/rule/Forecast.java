package dev.millrace.reports.rule;

/// How many more forks a side would decide a series, if the change and the variance seen so far are
/// the true ones.
///
/// @param bound the margin on the log scale
/// @param open how many series of the suite are not proven worse: what Holm divides the level by,
///   next
record Forecast(Contrast contrast, double bound, Settings settings, int open) {
  /// The standard normal quantile of the chance with which the forks shall decide, 80 %.
  private static final double POWER_QUANTILE = 0.8416212335729143;

  /// The least number of forks, at most [Rule#MOST_FORKS]; found by halving, as more forks never
  /// decide less.
  int moreForks() {
    var tooFew = 0;
    var enough = Rule.MOST_FORKS;
    while (enough - tooFew > 1) {
      var middle = (tooFew + enough) / 2;
      if (decides(middle)) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }

  private boolean decides(int k) {
    var later = contrast.with(k);
    var distance = Math.abs(contrast.difference()) - bound;
    var level = distance > 0 ? settings.alarmLevel() / open : settings.alpha();
    return later.upperTail(Math.abs(distance) - POWER_QUANTILE * later.error()) < level;
  }
}
