package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.JmhJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpreadChartTest {
  private static final PanelChart KIND = new SpreadChart();
  private static final double[] EVEN = {9, 10, 11, 9.5, 10.5};
  private static final double[] ODD = {9, 10, 11, 9.5, 10.5, 20};

  @TempDir private Path folder;

  private static String engine(String name, double[]... forks) {
    return Drawn.engine(name, List.of("job", "sort"), forks);
  }

  @Test
  void of_fiveIterations_isABoxForEachFork() {
    var figure = Drawn.of(KIND, folder, engine("eager", EVEN, EVEN)).getFirst();
    assertThat(Drawn.values(figure, "eager", "mean")).containsExactly(0.0, 0.0);
    assertThat(Drawn.values(figure, "eager", "low")).allMatch(value -> near(value, -10));
    assertThat(Drawn.values(figure, "eager", "lower quartile")).allMatch(value -> near(value, -5));
    assertThat(Drawn.values(figure, "eager", "median")).allMatch(value -> near(value, 0));
    assertThat(Drawn.values(figure, "eager", "upper quartile")).allMatch(value -> near(value, 5));
    assertThat(Drawn.values(figure, "eager", "high")).allMatch(value -> near(value, 10));
    assertThat(figure.data()).hasSize(12).extracting(Datum::unit).containsOnly("%");
    assertThat(FigureFiles.svg(figure))
        .contains("difference from the mean over forks, %", ">eager<");
  }

  private static boolean near(double value, double expected) {
    return Math.abs(value - expected) < 1e-9;
  }

  @Test
  void of_outlier_isADot() {
    var figure = Drawn.of(KIND, folder, engine("eager", ODD)).getFirst();
    assertThat(Drawn.values(figure, "eager", "iteration")).hasSize(1);
    assertThat(Drawn.dots(figure)).isEqualTo(1);
  }

  @Test
  void of_twoIterations_areDots() {
    var forks = new double[][] {{9, 11}, {10, 10}, {8, 12}};
    var figure = Drawn.of(KIND, folder, engine("eager", forks)).getFirst();
    assertThat(Drawn.values(figure, "eager", "iteration")).hasSize(6);
    assertThat(Drawn.dots(figure)).isEqualTo(6);
    assertThat(Drawn.values(figure, "eager", "low")).isEmpty();
    assertThat(figure.alternative()).endsWith(". the forks of eager lie within 0 %.");
  }

  @Test
  void of_samples_boxReachesFromThe1stToThe99thPercentile() {
    var highs =
        Drawn.of(KIND, Fixtures.file("results/every-form.json")).stream()
            .flatMap(figure -> figure.data().stream())
            .filter(each -> each.what().equals("high"))
            .map(Datum::value)
            .toList();
    assertThat(highs).hasSize(2);
    assertThat(highs.getFirst()).isCloseTo(100 * (10 - 6) / 6.0, within(1e-9));
    assertThat(highs.getLast()).isCloseTo(100 * (8 - 6) / 6.0, within(1e-9));
  }

  @Test
  void of_manySeries_showsThoseWhoseForksDifferMost() {
    var records = new ArrayList<String>();
    for (var i = 0; i < 40; i++) {
      var apart = new double[] {10 + i, 10 + i};
      records.add(engine("engine-" + i, new double[] {10, 10}, apart));
    }
    var figure = Drawn.of(KIND, folder, records.toArray(String[]::new)).getFirst();
    assertThat(figure.heading().subtitle()).contains("16 of 40 series");
    assertThat(figure.data().stream().map(Datum::line).distinct())
        .hasSize(16)
        .startsWith("engine-24")
        .endsWith("engine-39");
  }

  @Test
  void of_oneIteration_isNotDrawn() {
    assertThat(Drawn.of(KIND, folder, engine("eager", JmhJson.forks(1, 2, 3)))).isEmpty();
  }

  @Test
  void of_twice_givesEqualBytes() {
    Drawn.isPure(KIND, Fixtures.scaling());
  }

  @Test
  void of_oneFork_doesNotSayHowFarForksAreApart() {
    var figure = Drawn.of(KIND, folder, engine("eager", EVEN)).getFirst();
    assertThat(figure.alternative()).endsWith(". one fork of eager.");
  }
}
