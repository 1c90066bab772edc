package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndLabelsTest {
  @Test
  void spread_farApart_staysInPlace() {
    assertThat(EndLabels.spread(new double[] {10, 40, 90}, 14, 0, 100)).containsExactly(10, 40, 90);
  }

  @Test
  void spread_together_surroundsTheirPlace() {
    assertThat(EndLabels.spread(new double[] {50, 50, 50}, 10, 0, 100)).containsExactly(40, 50, 60);
  }

  @Test
  void spread_atAnEdge_staysInside() {
    assertThat(EndLabels.spread(new double[] {99, 100}, 10, 0, 100)).containsExactly(90, 100);
    assertThat(EndLabels.spread(new double[] {0, 1}, 10, 0, 100)).containsExactly(0, 10);
  }

  @Test
  void spread_tooMany_beginsAtTheTop() {
    assertThat(EndLabels.spread(new double[] {5, 5, 5}, 10, 0, 15)).containsExactly(0, 10, 20);
  }

  @Test
  void spread_none_isNone() {
    assertThat(EndLabels.spread(new double[0], 10, 0, 15)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void spread_generated_neverOverlaps(long seed) {
    var wanted = new SplittableRandom(seed).doubles(16, 0, 300).sorted().toArray();
    var heights = EndLabels.spread(wanted, EndLabels.LINE, 0, 300);
    assertThat(heights[0]).isNotNegative();
    assertThat(heights[15]).isLessThanOrEqualTo(300);
    for (var i = 1; i < heights.length; i++) {
      assertThat(heights[i] - heights[i - 1]).isGreaterThanOrEqualTo(EndLabels.LINE - 1e-9);
    }
  }
}
