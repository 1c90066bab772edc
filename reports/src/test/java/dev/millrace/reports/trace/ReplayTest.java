package dev.millrace.reports.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.trace.Replay.HandOver;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplayTest {
  private static final double HAND_OFF = 40;
  private static final int GRAPHS = 300;

  private static int[] inOrder(Dag dag) {
    return IntStream.range(0, dag.size()).toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void workAndSpan_ofKnownGraphs_areExact(long seed) {
    var random = new SplittableRandom(seed);
    for (var i = 0; i < GRAPHS; i++) {
      var known = Graphs.draw(random, 7);
      assertThat(known.dag().work(known.durations())).as("seed %d", seed).isEqualTo(known.work());
      assertThat(known.dag().span(known.durations(), 0)).isEqualTo(known.span());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void wall_ofKnownGraphs_isWithinGrahamsBounds(long seed) {
    var random = new SplittableRandom(seed);
    for (var i = 0; i < GRAPHS; i++) {
      var known = Graphs.draw(random, 7);
      for (var handOff : new double[] {0, HAND_OFF}) {
        var replay = new Replay(known.dag(), inOrder(known.dag()), handOff, HandOver.TOGETHER);
        var work = known.work() + known.dag().handOvers() * handOff;
        var span = known.dag().span(known.durations(), handOff);
        for (var cores : new int[] {1, 2, 3, 8, 128}) {
          var wall = replay.wall(known.durations(), cores);
          assertThat(wall)
              .as("seed %d, %d cores", seed, cores)
              .isGreaterThanOrEqualTo(Math.max(work / cores, span) - 1e-6)
              .isLessThanOrEqualTo(work / cores + span * (1 - 1.0 / cores) + 1e-6);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void wall_ofOneAndOfEveryCore_areWorkAndSpan(long seed) {
    var random = new SplittableRandom(seed);
    for (var i = 0; i < GRAPHS; i++) {
      var known = Graphs.draw(random, 7);
      var dag = known.dag();
      var replay = new Replay(dag, inOrder(dag), HAND_OFF, HandOver.TOGETHER);
      assertThat(replay.wall(known.durations(), 1))
          .isCloseTo(known.work() + dag.handOvers() * HAND_OFF, within(1e-6));
      assertThat(replay.wall(known.durations(), dag.size()))
          .isCloseTo(dag.span(known.durations(), HAND_OFF), within(1e-6));
    }
  }

  @Test
  void wall_oneHandOverAtATime_waitsForTheLock() {
    var after = List.of(List.<Integer>of(), List.of(0), List.of(0), List.of(0), List.of(0));
    var dag = Dag.of(after);
    var durations = new double[] {0, 10, 10, 10, 10};
    var order = inOrder(dag);
    assertThat(new Replay(dag, order, 5, HandOver.TOGETHER).wall(durations, 4)).isEqualTo(15);
    assertThat(new Replay(dag, order, 5, HandOver.ONE_BY_ONE).wall(durations, 4)).isEqualTo(30);
  }

  @Test
  void wall_ofSeveralThatAreReady_takesTheOneThatBeganFirst() {
    var after = List.of(List.<Integer>of(), List.<Integer>of(), List.<Integer>of());
    var dag = Dag.of(after);
    var durations = new double[] {10, 10, 20};
    var greedy = new Replay(dag, new int[] {0, 1, 2}, 0, HandOver.TOGETHER);
    var longestFirst = new Replay(dag, new int[] {2, 0, 1}, 0, HandOver.TOGETHER);
    assertThat(greedy.wall(durations, 2)).isEqualTo(30);
    assertThat(longestFirst.wall(durations, 2)).isEqualTo(20);
  }

  @Test
  void dag_circle_isRefusedByName() {
    var circle = List.of(List.of(1), List.of(2), List.of(0), List.<Integer>of());
    assertThatThrownBy(() -> Dag.of(circle))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unit 0 waits for itself");
  }
}
