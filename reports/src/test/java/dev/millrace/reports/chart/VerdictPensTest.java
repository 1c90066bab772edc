package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.gate.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictPensTest {
  private static final double EASILY_TOLD_APART = 25;
  private static final List<Verdict> DRAWN =
      List.of(
          Verdict.REGRESSED,
          Verdict.IMPROVED,
          Verdict.PASS,
          Verdict.INCONCLUSIVE,
          Verdict.NOT_COMPARABLE);

  @Test
  void of_everyVerdict_colourBlindReadersTellThemApart() {
    for (var sight : ColourSight.ALL) {
      for (var one : DRAWN) {
        for (var other : DRAWN.subList(0, DRAWN.indexOf(one))) {
          assertThat(sight.distance(VerdictPens.of(one).colour(), VerdictPens.of(other).colour()))
              .as("%s, %s and %s", sight.name(), one, other)
              .isGreaterThan(EASILY_TOLD_APART);
        }
      }
    }
  }

  @Test
  void of_everyVerdict_standsOutAndHasAMarkerOfItsOwn() {
    assertThat(DRAWN)
        .allMatch(each -> ColourSight.contrastToWhite(VerdictPens.of(each).colour()) > 3);
    assertThat(DRAWN).extracting(VerdictPens::of).extracting(Pen::marker).doesNotHaveDuplicates();
  }
}
