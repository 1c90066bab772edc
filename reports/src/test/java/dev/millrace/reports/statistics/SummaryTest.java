package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The expected numbers are those of SciPy 1.17.1: `stats.t.interval(c, n - 1, mean, sem)`.
final class SummaryTest {
  private static final double[] FORKS = {72.83, 71.82, 71.80, 71.59, 71.95};

  @Test
  void of_fiveForks_isStudentsInterval() {
    var summary = Summary.of(FORKS);
    assertThat(summary.mean()).isCloseTo(71.99799999999999, within(1e-9));
    assertThat(summary.forks()).isEqualTo(5);
    assertInterval(summary.interval(), 71.3986864610332, 72.59731353896679);
  }

  @Test
  void of_otherConfidence_isWider() {
    assertInterval(Summary.of(FORKS, 0.999).interval(), 70.13941100695733, 73.8565889930427);
  }

  @Test
  void of_twoForks_isWide() {
    assertInterval(
        Summary.of(new double[] {1.0, 1.1}).interval(), 0.4146897631912648, 1.6853102368087352);
  }

  @Test
  void of_oneFork_hasNoInterval() {
    assertThat(Summary.of(new double[] {3})).isEqualTo(new Summary(3, 1, null));
  }

  @Test
  void of_noFork_hasNoMean() {
    assertThat(Summary.of(new double[0]).mean()).isNaN();
    assertThat(Summary.of(new double[0]).interval()).isNull();
  }

  @Test
  void of_notANumber_hasNoInterval() {
    var summary = Summary.of(new double[] {1, Double.NaN, 3});
    assertThat(summary.mean()).isNaN();
    assertThat(summary.interval()).isNull();
  }

  @Test
  void of_equalForks_isAPoint() {
    assertThat(Summary.of(new double[] {3, 3, 3}).interval()).isEqualTo(new Interval(3, 3));
  }

  static void assertInterval(@Nullable Interval interval, double low, double high) {
    assertThat(interval).isNotNull();
    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
  }
}
