package dev.millrace.reports.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.Series;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GridTest {
  private static Series chunked(String engine, int chunk, int parallelism) {
    var params =
        Map.of(
            "engine",
            engine,
            "job",
            "sort",
            "chunk",
            String.valueOf(chunk),
            "parallelism",
            String.valueOf(parallelism));
    return Results.series("a.B.run", Mode.AVERAGE_TIME, 1, params, chunk * parallelism);
  }

  private static List<Panel> chunks() {
    return Results.panels(
        chunked("eager", 64, 1),
        chunked("eager", 256, 1),
        chunked("eager", 16, 1),
        chunked("chunks", 64, 1),
        chunked("chunks", 64, 2),
        chunked("chunks", 16, 1),
        chunked("chunks", 16, 2),
        chunked("chunks", 256, 1));
  }

  @Test
  void of_firstPanelOfAParam_hasAGridForEachPosition() {
    var grids = Grid.of(chunks().getFirst(), chunks());
    assertThat(grids).extracting(Grid::position).containsExactly(1.0, 2.0);
    var first = grids.getFirst();
    assertThat(first.title()).isEqualTo("sort");
    assertThat(first.param()).isEqualTo("chunk");
    assertThat(first.lines()).containsExactly("eager", "chunks");
    assertThat(first.values()).containsExactly(16.0, 64.0, 256.0);
    assertThat(first.at("eager", 64)).isNotNull().returns(1.0, Point::position);
    assertThat(grids.getLast().lines()).containsExactly("chunks");
    assertThat(grids.getLast().at("chunks", 256)).isNull();
  }

  @Test
  void of_otherPanels_haveNone() {
    var panels = chunks();
    assertThat(panels).hasSize(3);
    assertThat(Grid.of(panels.get(1), panels)).isEmpty();
    assertThat(Grid.of(panels.get(2), panels)).isEmpty();
  }

  @Test
  void of_wordsOrTwoValues_areNoGrid() {
    var two = Results.panels(chunked("a", 1, 1), chunked("a", 2, 1), chunked("b", 1, 1));
    assertThat(Grid.of(two.getFirst(), two)).isEmpty();
    var jobs =
        Results.panels(
            Results.engine("a", "sort", 1, 1),
            Results.engine("b", "sort", 1, 1),
            Results.engine("a", "scan", 1, 1),
            Results.engine("a", "hash", 1, 1));
    assertThat(Grid.of(jobs.getFirst(), jobs)).isEmpty();
  }
}
