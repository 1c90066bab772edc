package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FalseDiscoveriesTest {
  /// The example of Benjamini and Hochberg (1995), table 1: four of fifteen are discoveries.
  private static final double[] PUBLISHED = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1
  };

  @Test
  void level_publishedExample_keepsFour() {
    var level = FalseDiscoveries.level(PUBLISHED, 0.05);
    assertThat(level).isCloseTo(0.05 * 4 / 15, within(1e-12));
    assertThat(Arrays.stream(PUBLISHED).filter(p -> p <= level)).hasSize(4);
  }

  @Test
  void level_one_isTheRate() {
    assertThat(FalseDiscoveries.level(new double[] {0.7}, 0.05)).isEqualTo(0.05);
    assertThat(FalseDiscoveries.level(new double[0], 0.05)).isEqualTo(0.05);
  }

  @Test
  void level_noDiscovery_isThatOfTheFirst() {
    assertThat(FalseDiscoveries.level(new double[] {0.04, 0.5, 0.9, 1}, 0.05))
        .isCloseTo(0.0125, within(1e-12));
  }
}
