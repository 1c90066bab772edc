package dev.millrace.reports.study;

import static dev.millrace.reports.study.Results.engine;
import static dev.millrace.reports.study.Results.panels;
import static dev.millrace.reports.study.Results.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ArrangementTest {
  @Test
  void of_ownSuite_isAPanelForEachJobAndALineForEachEngine() {
    var panels =
        panels(
            engine("eager", "rules", 1, 8),
            engine("forkjoin", "rules", 2, 4),
            engine("forkjoin", "rules", 1, 7),
            engine("eager", "scan", 1, 3));
    assertThat(panels.stream().map(Panel::title)).containsExactly("rules", "scan");
    var rules = panels.getFirst();
    assertThat(rules.lines().stream().map(Line::name)).containsExactly("eager", "forkjoin");
    assertThat(rules.lines().get(1).points().stream().map(Point::position))
        .containsExactly(1.0, 2.0);
    assertThat(rules.isLevel(rules.lines().getFirst())).isTrue();
    assertThat(rules.isLevel(rules.lines().get(1))).isFalse();
  }

  @Test
  void of_oneJob_isStillNamedByIt() {
    assertThat(panels(engine("eager", "text", 1, 8)).getFirst().title()).isEqualTo("text");
  }

  @Test
  void of_modes_neverShareAPanel() {
    var panels =
        panels(
            series("a.B.c", Mode.AVERAGE_TIME, 1, Map.of(), 1),
            series("a.B.c", Mode.THROUGHPUT, 1, Map.of(), 1));
    assertThat(panels.stream().map(Panel::title))
        .containsExactly("B, average time", "B, throughput");
  }

  @Test
  void of_varyingThreads_areTheAxis() {
    var panels =
        panels(
            series("a.B.get", Mode.THROUGHPUT, 1, Map.of(), 1),
            series("a.B.get", Mode.THROUGHPUT, 4, Map.of(), 3),
            series("a.B.put", Mode.THROUGHPUT, 1, Map.of(), 2));
    assertThat(panels).hasSize(1);
    assertThat(panels.getFirst().axis()).isEqualTo(new Axis.JmhThreads());
    assertThat(panels.getFirst().lines().stream().map(Line::name)).containsExactly("get", "put");
  }

  @Test
  void of_noAxis_isBars() {
    var panels =
        panels(
            series("a.B.get", Mode.THROUGHPUT, 1, Map.of("size", "10"), 1),
            series("a.B.get", Mode.THROUGHPUT, 1, Map.of("size", "20"), 1));
    assertThat(panels.getFirst().axis()).isNull();
    assertThat(panels.getFirst().lines().stream().map(Line::name))
        .containsExactly("size = 10", "size = 20");
  }

  @Test
  void of_numericParamOfManyValues_isTheAxis() {
    var some = new ArrayList<Series>();
    for (var size : List.of("100", "1", "10")) {
      for (var kind : List.of("a", "b")) {
        var params = Map.of("size", size, "kind", kind);
        some.add(series("a.B.get", Mode.AVERAGE_TIME, 1, params, 1));
      }
    }
    var panels = panels(some.toArray(Series[]::new));
    assertThat(panels).hasSize(1);
    assertThat(panels.getFirst().axis()).isEqualTo(new Axis.Param("size"));
    assertThat(panels.getFirst().positions()).containsExactly(1, 10, 100);
    assertThat(panels.getFirst().lines().stream().map(Line::name))
        .containsExactlyInAnyOrder("kind = a", "kind = b");
  }

  @Test
  void of_classesOfOneFile_haveAnAxisEach() {
    var panels =
        panels(
            engine("eager", "rules", 1, 8),
            series("a.B.get", Mode.AVERAGE_TIME, 1, Map.of("size", "1"), 1),
            series("a.B.get", Mode.AVERAGE_TIME, 1, Map.of("size", "2"), 1),
            series("a.B.get", Mode.AVERAGE_TIME, 1, Map.of("size", "4"), 1),
            series("a.C.run", Mode.AVERAGE_TIME, 1, Map.of("kind", "a"), 1));
    assertThat(panels)
        .extracting(Panel::axis)
        .containsExactly(new Axis.Parallelism(), new Axis.Param("size"), null);
  }

  @Test
  void of_referenceWithoutAParam_isInEveryPanelOfWhatItHas() {
    var all = new ArrayList<Series>();
    for (var size : List.of("small", "large")) {
      var work = Map.of("kind", size, "parallelism", "1");
      all.add(series("a.B.loop", Mode.AVERAGE_TIME, 1, work, 1));
      for (var i = 0; i < 6; i++) {
        var params = Map.of("kind", size, "chunk", "c" + i, "parallelism", "1");
        all.add(series("a.B.run", Mode.AVERAGE_TIME, 1, params, 1));
      }
    }
    var panels = panels(all.toArray(Series[]::new));
    assertThat(panels)
        .extracting(Panel::title)
        .containsExactly("B, kind = small", "B, kind = large");
    assertThat(panels)
        .allSatisfy(panel ->
            assertThat(panel.lines().stream().map(Line::name))
                .hasSize(7)
                .contains("loop", "run chunk = c3"));
  }

  @Test
  void of_engineAndAnotherMethod_areLinesOfOnePanel() {
    var panels =
        panels(
            series("a.B.run", Mode.AVERAGE_TIME, 1, Map.of("engine", "fused"), 1),
            series("a.B.loop", Mode.AVERAGE_TIME, 1, Map.of(), 1));
    assertThat(panels).hasSize(1);
    assertThat(panels.getFirst().lines().stream().map(Line::name))
        .containsExactly("run fused", "loop");
  }

  @Test
  void of_moreBarsThanCanBeRead_isSplitByAParam() {
    var many = new ArrayList<Series>();
    for (var i = 0; i < 8; i++) {
      for (var j = 0; j < 8; j++) {
        var params = Map.of("from", "place " + i, "to", "place " + j);
        many.add(series("a.B.copy", Mode.AVERAGE_TIME, 1, params, 1));
      }
    }
    var panels = panels(many.toArray(Series[]::new));
    assertThat(panels).hasSize(8).allMatch(panel -> panel.lines().size() == 8);
    assertThat(panels.stream().flatMap(Panel::points).map(Point::series).distinct()).hasSize(64);
  }

  @Test
  void named_unknownParam_namesTheOthers() {
    var all = List.of(engine("eager", "rules", 1, 8));
    assertThatThrownBy(() -> Axis.named("size", all))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is parallelism, threads");
  }

  @Test
  void of_namesThatJavaReadsAsNumbers_areNoAxis() {
    var panel =
        panels(
                series("a.B.run", Mode.AVERAGE_TIME, 1, Map.of("kind", "1D"), 1),
                series("a.B.run", Mode.AVERAGE_TIME, 1, Map.of("kind", "2D"), 2),
                series("a.B.run", Mode.AVERAGE_TIME, 1, Map.of("kind", "0x3"), 3))
            .getFirst();
    assertThat(panel.axis()).isNull();
    assertThat(panel.lines()).extracting(Line::name).contains("kind = 2D");
  }
}
