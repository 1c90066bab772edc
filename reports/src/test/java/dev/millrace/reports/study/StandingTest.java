package dev.millrace.reports.study;

import static dev.millrace.reports.study.Results.engine;
import static dev.millrace.reports.study.Results.panels;
import static dev.millrace.reports.study.Results.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.Series;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StandingTest {
  @Test
  void of_parallelism_takesTheBestPointOfEachLine() {
    var panel =
        panels(
                engine("eager", "rules", 1, 80, 82),
                engine("forkjoin", "rules", 1, 60, 61),
                engine("forkjoin", "rules", 2, 30, 31),
                engine("forkjoin", "rules", 4, 33, 34),
                engine("workor", "rules", 2, 32, 33))
            .getFirst();
    var standing = Standing.of(panel);
    assertThat(standing).isNotNull();
    assertThat(standing.winner().line()).isEqualTo("forkjoin");
    assertThat(standing.winner().point().position()).isEqualTo(2);
    assertThat(standing.runnerUp()).isNotNull();
    assertThat(standing.runnerUp().line()).isEqualTo("workor");
    assertThat(standing.overReference()).isNotNull();
    assertThat(standing.overReference().value())
        .isCloseTo(Math.sqrt(80 * 82.0 / (30 * 31)), within(1e-12));
  }

  @Test
  void of_throughput_takesTheGreatest() {
    var panel =
        panels(
                series("a.B.slow", Mode.THROUGHPUT, 1, Map.of(), 10),
                series("a.B.fast", Mode.THROUGHPUT, 1, Map.of(), 20))
            .getFirst();
    var standing = Standing.of(panel);
    assertThat(standing).isNotNull();
    assertThat(standing.winner().line()).isEqualTo("fast");
    assertThat(standing.lead()).isNotNull();
    assertThat(standing.lead().value()).isCloseTo(2, within(1e-12));
    assertThat(standing.reference()).isNull();
  }

  @Test
  void of_referenceWins_hasNoSpeedOverItself() {
    var panel = panels(engine("eager", "scan", 1, 3, 3.1), engine("x", "scan", 1, 4, 4.1));
    var standing = Standing.of(panel.getFirst());
    assertThat(standing).isNotNull();
    assertThat(standing.reference()).isEqualTo(standing.winner());
    assertThat(standing.overReference()).isNull();
  }

  @Test
  void of_noNumbers_isNobody() {
    var panel = panels(engine("eager", "scan", 1, Double.NaN)).getFirst();
    assertThat(Standing.of(panel)).isNull();
  }

  @Test
  void row_timeAndThroughput_giveTheSameSpeedUp() {
    var time =
        panels(
                series("a.B.c", Mode.AVERAGE_TIME, 1, Map.of(), 2.0),
                series("a.B.c", Mode.AVERAGE_TIME, 4, Map.of(), 2.5))
            .getFirst();
    var rate =
        panels(
                series("a.B.c", Mode.THROUGHPUT, 1, Map.of(), 1 / 2.0),
                series("a.B.c", Mode.THROUGHPUT, 4, Map.of(), 4 / 2.5))
            .getFirst();
    for (var panel : new Panel[] {time, rate}) {
      var row = Row.of(panel).getLast();
      assertThat(row.speedUp()).isNotNull();
      assertThat(row.speedUp().value()).isCloseTo(3.2, within(1e-12));
      assertThat(row.efficiency()).isNotNull();
      assertThat(row.efficiency().value()).isCloseTo(0.8, within(1e-12));
    }
  }

  @Test
  void row_ofSizes_isComparedWithTheReferenceAtTheSameSize() {
    var panel =
        panels(
                sized("eager", 10, 8),
                sized("eager", 100, 80),
                sized("eager", 1000, 800),
                sized("x", 10, 4),
                sized("x", 100, 40),
                sized("x", 10_000, 4000))
            .getFirst();
    assertThat(Row.of(panel))
        .extracting(row -> row.overReference() == null ? null : row.overReference().value())
        .usingComparatorForType((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : 1, Double.class)
        .containsExactly(1.0, 1.0, 1.0, 2.0, 2.0, null);
    var standing = Standing.of(panel);
    assertThat(standing).isNotNull();
    assertThat(standing.overReference()).as("eager was not measured there").isNull();
  }

  private static Series sized(String engine, int size, double score) {
    var params = Map.of("engine", engine, "job", "scan", "size", String.valueOf(size));
    return series("a.B.run", Mode.AVERAGE_TIME, 1, params, score);
  }
}
