package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ColourScaleTest {
  private static final int STEPS = 32;

  @Test
  void at_equalSteps_lookEqual() {
    var steps =
        IntStream.range(0, STEPS)
            .mapToDouble(i ->
                ColourSight.ALL
                    .getFirst()
                    .distance(
                        ColourScale.at((double) i / STEPS),
                        ColourScale.at((double) (i + 1) / STEPS)))
            .summaryStatistics();
    assertThat(steps.getMax() / steps.getMin()).isLessThan(1.7);
  }

  @Test
  void at_higher_isLighterForEveryReader() {
    for (var sight : ColourSight.ALL) {
      for (var i = 0; i < STEPS; i++) {
        var darker = sight.seen(ColourScale.at((double) i / STEPS))[0];
        var lighter = sight.seen(ColourScale.at((double) (i + 1) / STEPS))[0];
        assertThat(lighter).as("%s, step %d", sight.name(), i).isGreaterThan(darker + 1);
      }
    }
  }

  @Test
  void at_ends_lookFarApartForEveryReader() {
    for (var sight : ColourSight.ALL) {
      assertThat(sight.distance(ColourScale.at(0), ColourScale.at(1)))
          .as(sight.name())
          .isGreaterThan(75);
    }
  }

  @Test
  void textOn_everyColour_isReadable() {
    for (var i = 0; i <= 100; i++) {
      var colour = ColourScale.at(i / 100.0);
      assertThat(ColourScale.contrast(colour, ColourScale.textOn(colour)))
          .as("at %d %%", i)
          .isGreaterThan(4.5);
    }
  }

  @Test
  void of_factorOfFour_isLogarithmic() {
    var wide = ColourScale.of(1, 100);
    assertThat(wide.logarithmic()).isTrue();
    assertThat(wide.value(0.5)).isCloseTo(10, within(1e-12));
    assertThat(wide.of(10)).isEqualTo(ColourScale.at(0.5));
    var narrow = ColourScale.of(10, 30);
    assertThat(narrow.logarithmic()).isFalse();
    assertThat(narrow.of(20)).isEqualTo(ColourScale.at(0.5));
    assertThat(narrow.value(0.5)).isEqualTo(20);
  }

  @Test
  void of_equalNumbers_haveTheMiddleColour() {
    assertThat(ColourScale.of(5, 5).of(5)).isEqualTo(ColourScale.at(0.5));
  }

  @Test
  void bars_standOutFromPaper_andInkFromThem() {
    for (var bar : new Color[] {Style.BAR, Style.REFERENCE}) {
      assertThat(ColourScale.contrast(bar, Style.PAPER)).isGreaterThan(3);
      assertThat(ColourScale.contrast(bar, Style.INK)).isGreaterThan(3);
    }
  }
}
