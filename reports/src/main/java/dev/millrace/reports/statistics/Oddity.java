package dev.millrace.reports.statistics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// What may be wrong with the iterations of a benchmark; a hint to look, never a verdict.
///
/// White noise gets any of them in less than 5 % of cases: each test is made at 1 %.
public enum Oddity {
  /// Iterations rise within their forks: it had not settled, or something grows.
  RISING,
  /// Iterations fall within their forks: it had not warmed up.
  FALLING,
  /// Neighbouring iterations resemble each other, more than chance allows.
  AUTOCORRELATED,
  /// Values crowd in more than one place.
  MULTIMODAL;

  private static final double LEVEL = 0.01;

  /// The oddities of forks, each an array of its iterations in the order of time.
  public static Set<Oddity> of(double[][] forks) {
    var oddities = EnumSet.noneOf(Oddity.class);
    var trend = Trend.of(forks);
    if (trend.p() < LEVEL) {
      oddities.add(trend.rise() < 0 ? FALLING : RISING);
    }
    if (Autocorrelation.of(forks).p() < LEVEL) {
      oddities.add(AUTOCORRELATED);
    }
    if (Modes.of(Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray()).areSeveral()) {
      oddities.add(MULTIMODAL);
    }
    return oddities;
  }
}
