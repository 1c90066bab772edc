package dev.millrace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static final List<Sweep> SWEEPS = Samples.sweeps(Samples.points(12));

  @Test
  void interleaved_eachRound_hasEveryPointOnce() {
    List<Turn> turns = Turn.interleaved(SWEEPS, 3, 1);
    assertThat(turns).hasSize(36);
    for (int round = 1; round <= 3; round++) {
      List<Turn> part = turns.subList(12 * (round - 1), 12 * round);
      assertThat(part).extracting(Turn::round).containsOnly(round);
      assertThat(part).extracting(Turn::sweep).containsExactlyInAnyOrderElementsOf(SWEEPS);
    }
  }

  @Test
  void interleaved_rounds_areOrderedDifferently() {
    List<Turn> turns = Turn.interleaved(SWEEPS, 2, 1);
    List<Sweep> first = new ArrayList<>();
    List<Sweep> second = new ArrayList<>();
    turns.forEach(turn -> (turn.round() == 1 ? first : second).add(turn.sweep()));
    assertThat(first).isNotEqualTo(second).isNotEqualTo(SWEEPS);
  }

  @Test
  void interleaved_sameSeed_givesTheSameOrder() {
    assertThat(Turn.interleaved(SWEEPS, 2, 5)).isEqualTo(Turn.interleaved(SWEEPS, 2, 5));
    assertThat(Turn.interleaved(SWEEPS, 2, 5)).isNotEqualTo(Turn.interleaved(SWEEPS, 2, 6));
  }
}
