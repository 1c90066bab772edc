package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BoxTest {
  @Test
  void of_outlier_isLeftOutOfTheWhiskers() {
    var box = Box.of(new double[] {5, 100, 1, 3, 2, 4});
    assertThat(box).isEqualTo(new Box(1, 2.25, 3.5, 4.75, 5));
  }

  @Test
  void of_oneValue_isThatValue() {
    assertThat(Box.of(new double[] {7})).isEqualTo(new Box(7, 7, 7, 7, 7));
  }
}
