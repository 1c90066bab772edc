package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.millrace.reports.JmhJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeatMapChartTest {
  private static final PanelChart KIND = new HeatMapChart();

  @TempDir private Path folder;

  private Path chunks(int... sizes) {
    var records = new ArrayList<String>();
    for (var engine : List.of("eager", "chunks")) {
      for (var size : sizes) {
        for (var parallelism : List.of("1", "2")) {
          var params =
              List.of("job", "sort", "chunk", String.valueOf(size), "parallelism", parallelism);
          var score = size * Integer.parseInt(parallelism) + (engine.equals("eager") ? 1000 : 0);
          records.add(Drawn.engine(engine, params, JmhJson.forks(score, score)));
        }
      }
    }
    return JmhJson.write(folder.resolve("results.json"), records.toArray(String[]::new));
  }

  @Test
  void of_paramWithPanelsOfItsOwn_isOneFigureOfAMapForEachParallelism() {
    var figures = Drawn.of(KIND, chunks(16, 64, 256));
    assertThat(figures).hasSize(1);
    var figure = figures.getFirst();
    assertThat(figure.heading().title()).isEqualTo("sort: run time by chunk");
    assertThat(figure.data()).hasSize(12);
    assertThat(figure.data().stream().filter(each -> each.panel().equals("sort, parallelism = 2")))
        .extracting(Datum::line, Datum::position, Datum::value)
        .contains(tuple("eager", "16", 1.032), tuple("chunks", "256", 0.512))
        .hasSize(6);
    assertThat(FigureFiles.svg(figure))
        .contains("parallelism = 1", "parallelism = 2", ">chunk<", ">16<", ">0.512<", ">1.13<")
        .contains("run time, s/op (log scale)");
  }

  @Test
  void of_numericAxis_isAMapOfThePanel() {
    var records = new ArrayList<String>();
    for (var method : List.of("array", "list")) {
      for (var size = 1; size <= 3; size++) {
        var params = Map.of("size", String.valueOf(size));
        var forks = JmhJson.forks(size * 10 + method.length());
        records.add(JmhJson.record("a.B." + method, "avgt", "ms/op", params, forks));
      }
    }
    var figure = Drawn.of(KIND, folder, records.toArray(String[]::new)).getFirst();
    assertThat(figure.data())
        .extracting(Datum::value)
        .containsExactly(15.0, 25.0, 35.0, 14.0, 24.0, 34.0);
    assertThat(FigureFiles.svg(figure)).contains(">15<", ">34<", ">array<", ">list<", ">size<");
  }

  @Test
  void of_everyCell_hasTheColourOfItsScore() {
    var svg = FigureFiles.svg(Drawn.of(KIND, chunks(16, 64, 256)).getFirst());
    for (var place : new double[] {0, 1}) {
      var colour = ColourScale.at(place);
      assertThat(svg)
          .contains(
              "fill:rgb(%d,%d,%d)".formatted(colour.getRed(), colour.getGreen(), colour.getBlue()));
    }
  }

  @Test
  void of_twoValuesOnly_isNotDrawn() {
    assertThat(Drawn.of(KIND, chunks(16, 64))).isEmpty();
  }

  @Test
  void of_twice_givesEqualBytes() {
    Drawn.isPure(KIND, chunks(16, 64, 256));
  }
}
