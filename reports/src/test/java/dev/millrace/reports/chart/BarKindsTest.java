package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.JmhJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BarKindsTest {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  @TempDir private Path folder;

  private static String at(String engine, int parallelism, double... forks) {
    var params = List.of("job", "sort", "parallelism", String.valueOf(parallelism));
    return Drawn.engine(engine, params, JmhJson.forks(forks));
  }

  private Path engines() {
    return JmhJson.write(
        folder.resolve("results.json"),
        at("eager", 1, 40, 42),
        at("chunks", 1, 30, 30),
        at("chunks", 2, 20, 22),
        at("chunks", 4, 25, 27));
  }

  @Test
  void ranking_lines_enterWithTheirBestPoint() {
    var figure = Drawn.of(new RankingChart(), engines()).getFirst();
    assertThat(figure.name()).isEqualTo("sort-ranking");
    assertThat(Drawn.values(figure, "chunks", "fork")).containsExactly(20.0, 22.0);
    assertThat(Drawn.values(figure, "chunks", "mean")).containsExactly(21.0);
    assertThat(Drawn.values(figure, "eager", "low")).hasSize(1);
    assertThat(FigureFiles.svg(figure))
        .contains(">chunks at 2<", ">eager at 1<", "  21 ± ", "dashed: eager", "run time, ms/op")
        .contains("each at its best parallelism");
    assertThat(Drawn.dots(figure)).isEqualTo(4);
  }

  @Test
  void ranking_best_isOnTop() {
    var figure = Drawn.of(new RankingChart(), engines()).getFirst();
    assertThat(figure.data().stream().map(Datum::line).distinct())
        .containsExactly("chunks", "eager");
  }

  @Test
  void ranking_oneLine_isNotDrawn() {
    assertThat(Drawn.of(new RankingChart(), folder, at("eager", 1, 1), at("eager", 2, 2)))
        .isEmpty();
  }

  @Test
  void bars_throughput_greatestIsFirst() {
    var slow = JmhJson.record("a.B.slow", "thrpt", "ops/s", JmhJson.forks(10, 12));
    var fast = JmhJson.record("a.B.fast", "thrpt", "ops/s", JmhJson.forks(90, 95));
    var figure = Drawn.of(new QuantityCharts(), folder, slow, fast).getFirst();
    assertThat(figure.data().stream().map(Datum::line).distinct()).containsExactly("fast", "slow");
    assertThat(FigureFiles.svg(figure)).contains("throughput, ops/s", "  93 ± ");
  }

  @Test
  void bars_sixteenEngines_allAreNamed() {
    var records = new ArrayList<String>();
    for (var i = 0; i < 16; i++) {
      records.add(Drawn.engine("engine-" + i, List.of("job", "sort"), JmhJson.forks(i + 1, i + 2)));
    }
    var figure = Drawn.of(new QuantityCharts(), folder, records.toArray(String[]::new)).getFirst();
    var svg = FigureFiles.svg(figure);
    for (var i = 0; i < 16; i++) {
      assertThat(svg).contains(">engine-" + i + "<");
    }
  }

  @Test
  void allocation_isDrawnInBytes() {
    var lean = JmhJson.with(at("lean", 1, 1, 2), ALLOCATED, "B/op", JmhJson.forks(2000, 4000));
    var lavish = JmhJson.with(at("lavish", 1, 1, 2), ALLOCATED, "B/op", JmhJson.forks(5e6, 5e6));
    var figure = Drawn.of(new AllocationChart(), folder, lavish, lean).getFirst();
    assertThat(figure.data()).extracting(Datum::unit).containsOnly("MB/op");
    assertThat(Drawn.values(figure, "lean", "mean")).containsExactly(0.003);
    assertThat(Drawn.values(figure, "lavish", "fork")).containsExactly(5.0, 5.0);
    assertThat(FigureFiles.svg(figure)).contains("allocation per operation, MB/op");
  }

  @Test
  void allocation_notMeasured_isNotDrawn() {
    assertThat(Drawn.of(new AllocationChart(), engines())).isEmpty();
  }

  @Test
  void all_twice_giveEqualBytes() {
    Drawn.isPure(new RankingChart(), engines());
  }
}
