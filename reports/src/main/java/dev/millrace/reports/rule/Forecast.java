package dev.millrace.reports.rule;

import org.apache.commons.statistics.distribution.TDistribution;

/// How many more forks a side would decide a series, if the change and the variance seen so far are
/// the true ones.
///
/// @param open how many series of the suite are not proven worse: what Holm divides alpha by, next
record Forecast(Sample sample, Contrast contrast, double alpha, int open) {
  /// The standard normal quantile of the chance with which the forks shall decide, 80 %.
  private static final double POWER_QUANTILE = 0.8416212335729143;

  /// The least number of forks, at most [Rule#MOST_FORKS]; found by halving, as more forks never
  /// decide less.
  int moreForks() {
    var low = 0;
    var high = Rule.MOST_FORKS;
    while (high - low > 1) {
      var middle = (low + high) / 2;
      if (decides(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean decides(int k) {
    var later = contrast.with(k, sample.baseline().length, sample.candidate().length);
    var distance = Math.abs(contrast.difference()) - Math.log1p(sample.margin());
    var level = distance > 0 ? alpha / open : alpha;
    var t = Math.abs(distance) / later.error() - POWER_QUANTILE;
    return TDistribution.of(later.degreesOfFreedom()).survivalProbability(t) < level;
  }
}
