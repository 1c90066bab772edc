package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.JmhJson;
import dev.millrace.reports.chart.PanelChart.Setting;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.LatencyLog;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.WarmUps;
import dev.millrace.reports.study.Arrangement;
import dev.millrace.reports.study.Panel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Draws kinds of charts of small results.
final class Drawn {
  /// A filled circle, which the SVG holds as four curves.
  private static final Pattern DOT = Pattern.compile("<path d='M[-0-9., ]+(C[-0-9., ]+){4}Z'/>");

  private Drawn() {}

  /// The figures of a kind of all panels of a result file.
  static List<Figure> of(PanelChart kind, Path file) {
    Style.requireFonts();
    var panels = Arrangement.of(List.of(read(file)), null);
    var names = new FigureNames();
    return panels.stream()
        .flatMap(panel -> kind.of(panel, setting(panels, names)).stream())
        .toList();
  }

  private static ResultFile read(Path file) {
    return WarmUps.addedTo(LatencyLog.addedTo(ResultFile.read(file)));
  }

  private static Setting setting(List<Panel> panels, FigureNames names) {
    return new Setting(Pens.of(panels), Environment.UNKNOWN.machine(), names, panels);
  }

  /// The figures of a kind of all panels of some records, that are written into a folder.
  static List<Figure> of(PanelChart kind, Path folder, String... records) {
    return of(kind, JmhJson.write(folder.resolve("results.json"), records));
  }

  /// A record of an engine.
  ///
  /// @param params name, value, name, value, …
  static String engine(String engine, List<String> params, double[]... forks) {
    var all = new LinkedHashMap<>(Map.of("engine", engine));
    for (var i = 0; i < params.size(); i += 2) {
      all.put(params.get(i), params.get(i + 1));
    }
    return JmhJson.record("org.example.Bench.run", "avgt", "ms/op", all, forks);
  }

  /// The values of the numbers in a figure that are of a kind, in their order.
  static List<Double> values(Figure figure, String line, String what) {
    return figure.data().stream()
        .filter(each -> each.line().equals(line) && each.what().equals(what))
        .map(Datum::value)
        .toList();
  }

  /// How many dots an SVG has.
  static long dots(Figure figure) {
    return DOT.matcher(FigureFiles.svg(figure)).results().count();
  }

  /// Checks that a file drawn twice gives equal bytes, and pictures that can be read.
  static void isPure(PanelChart kind, Path file) {
    var first = of(kind, file);
    var second = of(kind, file);
    assertThat(first).isNotEmpty().hasSameSizeAs(second);
    for (var i = 0; i < first.size(); i++) {
      assertThat(FigureFiles.svg(first.get(i))).isEqualTo(FigureFiles.svg(second.get(i)));
      assertThat(FigureFiles.png(first.get(i))).isEqualTo(FigureFiles.png(second.get(i)));
      assertThat(FigureFiles.csv(first.get(i))).isEqualTo(FigureFiles.csv(second.get(i)));
      assertThat(first.get(i).width()).isBetween(300, 1400);
    }
  }
}
