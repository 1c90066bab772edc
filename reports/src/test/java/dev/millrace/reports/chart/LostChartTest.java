package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.chart.PanelChart.Setting;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.scaling.LostSpeedUp;
import dev.millrace.reports.study.Arrangement;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.study.Panel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LostChartTest {
  private static final Set<String> FACTORS =
      Set.of("utilisation", "work efficiency", "serial baseline");
  private static final ResultFile FILE = ResultFile.read(Fixtures.scaling());
  private static final Environment.Machine MACHINE = FILE.environment().machine();

  @BeforeAll
  static void needsFonts() {
    Style.requireFonts();
  }

  private static List<Figure> figures(Axis axis) {
    var panel = panel(axis);
    var setting = new Setting(Pens.of(List.of(panel)), MACHINE, new FigureNames(), List.of(panel));
    return new LostChart().of(panel, setting);
  }

  private static Panel panel(Axis axis) {
    return Arrangement.of(List.of(FILE), axis).getFirst();
  }

  @Test
  void data_ofEveryBar_addsUpToOne() {
    var bars = sums("share");
    assertThat(bars).hasSameSizeAs(LostSpeedUp.of(panel(new Axis.Parallelism()), MACHINE));
    assertThat(bars.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
  }

  @Test
  void data_ofEveryBar_addsUpToTheCoreSecondsHeld() {
    var bars = sums("core-s/op");
    var lost = LostSpeedUp.of(panel(new Axis.Parallelism()), MACHINE);
    assertThat(bars).hasSameSizeAs(lost);
    for (var each : lost) {
      var name = each.line() + " " + Numbers.position(each.position());
      var held = each.split().held() / 1e9;
      assertThat(bars.get(name)).as(name).isCloseTo(held, within(1e-9 * held));
    }
  }

  /// What the rows of each bar add up to in a unit.
  private static Map<String, Double> sums(String unit) {
    return figures(new Axis.Parallelism()).getFirst().data().stream()
        .filter(each -> each.unit().equals(unit) && !FACTORS.contains(each.what()))
        .collect(
            Collectors.groupingBy(
                each -> each.line() + " " + each.position(),
                Collectors.summingDouble(Datum::value)));
  }

  @Test
  void svg_namesLinesWorkersAndLosses() {
    var figure = figures(new Axis.Parallelism()).getFirst();
    assertThat(FigureFiles.svg(figure))
        .contains("where the speed-up went", "forkjoin · 2", "forkjoin · 4", "useful work", "idle")
        .isEqualTo(FigureFiles.svg(figures(new Axis.Parallelism()).getFirst()));
  }

  @Test
  void of_anAxisThatCountsNoWorkers_isNone() {
    assertThat(figures(new Axis.Param("items"))).isEmpty();
  }

  @Test
  void alternative_saysWhatWasLost() {
    assertThat(figures(new Axis.Parallelism()).getFirst().alternative())
        .containsPattern("at \\d workers forkjoin keeps \\d+ %: ");
  }
}
