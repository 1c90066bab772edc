package dev.millrace.reports.statistics;

import static dev.millrace.reports.statistics.SummaryTest.assertInterval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The expected numbers are those of SciPy 1.17.1: `ttest_ind(log(x), log(y), equal_var=False)`
/// with its `confidence_interval(0.95)`, taken back from the log scale.
final class RatioTest {
  @Test
  void of_unequalForks_isWelchsInterval() {
    var ratio = Ratio.of(new double[] {41.2, 40.1, 42.7}, new double[] {80.1, 81.3, 79.6, 80.9});
    assertThat(ratio.value()).isCloseTo(0.5134643847187127, within(1e-9));
    assertInterval(ratio.interval(), 0.4777093337537595, 0.5518955895269679);
  }

  @Test
  void of_twoForksEach_isWide() {
    var ratio = Ratio.of(new double[] {1.2, 1.25}, new double[] {1.0, 1.1});
    assertInterval(ratio.interval(), 0.8120609137410918, 1.679229157027412);
  }

  @Test
  void of_oneConstantSide_usesTheOther() {
    var ratio = Ratio.of(new double[] {3.0, 3.3, 2.9}, new double[] {2, 2, 2});
    assertInterval(ratio.interval(), 1.2962984028322153, 1.8082444927342194);
  }

  @Test
  void of_farApart_keepsItsDigits() {
    var ratio =
        Ratio.of(new double[] {2e9, 2.1e9, 1.9e9, 2.05e9}, new double[] {1e-7, 1.1e-7, 1.05e-7});
    var interval = ratio.interval();
    assertThat(interval).isNotNull();
    assertThat(interval.low() / 1.7422251892509438e16).isCloseTo(1, within(1e-9));
    assertThat(interval.high() / 2.108884354528368e16).isCloseTo(1, within(1e-9));
  }

  @Test
  void of_oneFork_hasNoInterval() {
    assertThat(Ratio.of(new double[] {2}, new double[] {1, 1.1, 1.2}).interval()).isNull();
    assertThat(Ratio.of(new double[] {1, 1.1}, new double[] {2}).interval()).isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void of_unusableFork_hasNoInterval(double mean) {
    assertThat(Ratio.of(new double[] {1, mean}, new double[] {1, 1.1}).interval()).isNull();
  }

  @Test
  void of_constantSides_isExact() {
    var exactly = Math.exp(Math.log(6) - Math.log(3));
    assertThat(exactly).isCloseTo(2, within(1e-15));
    assertThat(Ratio.of(new double[] {6, 6}, new double[] {3, 3}))
        .isEqualTo(new Ratio(exactly, new Interval(exactly, exactly)));
  }

  @Test
  void inverse_swapsTheEnds() {
    var ratio = new Ratio(2, new Interval(1, 4)).inverse();
    assertThat(ratio).isEqualTo(new Ratio(0.5, new Interval(0.25, 1)));
  }
}
