package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.JmhJson;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.study.Arrangement;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScalabilityChartsTest {
  @TempDir private Path folder;

  @BeforeAll
  static void needsFonts() {
    Style.requireFonts();
  }

  /// Engines whose serial share is 5 % times their number, at some thread counts.
  private Panel panel(int engines, int... threads) {
    var records = new ArrayList<String>();
    for (var engine = 1; engine <= engines; engine++) {
      for (var n : threads) {
        var serial = 0.05 * engine;
        var time = 100 * (serial + (1 - serial) / n);
        var params =
            Map.of("engine", "e" + engine, "job", "text", "parallelism", String.valueOf(n));
        var forks = JmhJson.forks(time, time * 1.01, time * 1.02);
        var record = JmhJson.record("a.S.run", "avgt", "ms/op", params, forks);
        records.add(JmhJson.with(record, "cpu", "ms/op", JmhJson.forks(100, 102, 104)));
      }
    }
    var file = JmhJson.write(folder.resolve("results.json"), records.toArray(String[]::new));
    return Arrangement.of(List.of(ResultFile.read(file)), null).getFirst();
  }

  private static List<Figure> figures(Panel panel) {
    var pens = Pens.of(List.of(panel));
    var machine = Environment.UNKNOWN.machine();
    return PanelCharts.of(
            panel, new PanelChart.Setting(pens, machine, new FigureNames(), List.of(panel)))
        .stream()
        .filter(figure -> figure.name().matches("text-(time|cpu|scaling|laws)"))
        .toList();
  }

  private static Figure figure(Panel panel, String name) {
    return figures(panel).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double value(Figure figure, String quantity, String line, int at, String what) {
    return figure.data().stream()
        .filter(each -> each.quantity().equals(quantity) && each.line().equals(line))
        .filter(each -> each.position().equals(String.valueOf(at)) && each.what().equals(what))
        .mapToDouble(Datum::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void of_panel_drawsWhatFollowsFromTimeAndCpuTime() {
    var scaling = figure(panel(2, 1, 2, 4, 8), "text-scaling");
    assertThat(scaling.data().stream().map(Datum::quantity).distinct())
        .containsExactly("throughput", "speed-up", "efficiency", "utilisation", "CPU inflation");
    var ratio = Ratio.of(forks(0.1, 1), forks(0.1, 4));
    assertThat(value(scaling, "speed-up", "e2", 4, "mean")).isCloseTo(ratio.value(), within(1e-12));
    assertThat(value(scaling, "efficiency", "e2", 4, "mean"))
        .isCloseTo(25 * ratio.value(), within(1e-9));
    assertThat(value(scaling, "CPU inflation", "e2", 4, "mean")).isCloseTo(1, within(1e-12));
    assertThat(value(scaling, "speed-up", "", 8, "ideal")).isCloseTo(8, within(1e-12));
    assertThat(value(scaling, "utilisation", "e2", 4, "fork"))
        .isCloseTo(100 * 100 / (4 * forks(0.1, 4)[0]), within(1e-9));
  }

  private static double[] forks(double serial, int threads) {
    var time = 100 * (serial + (1 - serial) / threads);
    return new double[] {time, time * 1.01, time * 1.02};
  }

  @Test
  void of_serialEngines_saysTheirShareAndDrawsTheLawInsideTheRange() {
    var laws = figure(panel(2, 1, 2, 4, 8), "text-laws");
    assertThat(laws.alternative())
        .contains("e1: Amdahl, at most 0 % off, serial 5", "e2: Amdahl, ");
    assertThat(value(laws, "throughput", "e2", 8, "law"))
        .isCloseTo(value(laws, "throughput", "e2", 8, "mean"), within(0.01));
    assertThat(laws.data().stream().filter(each -> each.what().equals("law")))
        .allMatch(each -> Double.parseDouble(each.position()) <= 8);
    assertThat(laws.data().stream().filter(each -> each.what().equals("law low"))).isNotEmpty();
  }

  @Test
  void of_twoThreadCounts_saysWhyThereIsNoLaw() {
    var panel = panel(2, 1, 2);
    assertThat(figures(panel)).extracting(Figure::name).doesNotContain("text-laws");
    assertThat(figure(panel, "text-scaling").heading().subtitle())
        .endsWith("no law: 2 thread counts, 3 needed");
  }

  @Test
  void of_sixteenEngines_isAChartForEach() {
    var panel = panel(16, 1, 2, 4);
    var time = figure(panel, "text-time");
    var svg = FigureFiles.svg(time);
    for (var line : panel.lines()) {
      assertThat(svg).contains(">" + line.name() + "</text>");
    }
    assertThat(time.data())
        .containsExactlyInAnyOrderElementsOf(PlotData.of(Plot.of(panel, Quantity.SCORE)));
  }
}
