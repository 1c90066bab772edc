package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlternativeTest {
  private static Datum mean(String quantity, String line, String position, double value) {
    return new Datum("text", quantity, line, position, "mean", "", value, "ms/op");
  }

  @Test
  void of_line_saysWhereItStartsTurnsAndEnds() {
    var data =
        List.of(
            mean("run time", "workor", "1", 250.4),
            new Datum("text", "run time", "workor", "1", "fork", "1", 99, "ms/op"),
            mean("run time", "workor", "2", 126.8),
            mean("run time", "workor", "4", 137));
    assertThat(Alternative.of(data))
        .isEqualTo("workor falls from 250 at 1 to 137 at 4, ms/op, lowest 127 at 2");
  }

  @Test
  void of_bars_saysEach() {
    assertThat(Alternative.of(List.of(mean("run time", "a", "", 2), mean("run time", "b", "", 3))))
        .isEqualTo("a 2 ms/op; b 3 ms/op");
  }

  @Test
  void of_severalCharts_namesEach() {
    assertThat(
            Alternative.of(
                List.of(
                    mean("run time", "a", "1", 2),
                    mean("run time", "a", "2", 1),
                    mean("CPU time", "a", "1", 2),
                    mean("CPU time", "a", "2", 3))))
        .isEqualTo(
            "text, run time: a falls from 2 at 1 to 1 at 2, ms/op; "
                + "text, CPU time: a goes from 2 at 1 to 3 at 2, ms/op");
  }

  @Test
  void of_manyLines_countsTheRest() {
    var data = new ArrayList<Datum>();
    for (var i = 0; i < 40; i++) {
      data.add(mean("run time", "line " + i, "", i));
    }
    assertThat(Alternative.of(data)).endsWith("line 15 15 ms/op; and 24 more lines");
  }

  @Test
  void of_noMeans_isEmpty() {
    assertThat(Alternative.of(List.of())).isEmpty();
  }

  @Test
  void of_lineThatMovesLessThanItsDigits_doesNotFall() {
    var data =
        List.of(
            mean("CPU time", "x", "1", 10),
            mean("CPU time", "x", "2", 9.9995),
            mean("CPU time", "x", "4", 9.9999));
    assertThat(Alternative.of(data)).isEqualTo("x is 10 at 1 and at 4, ms/op");
  }
}
