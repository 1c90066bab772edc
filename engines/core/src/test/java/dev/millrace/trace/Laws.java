package dev.millrace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.trace.Timeline.Shift;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What holds for every trace of a run that succeeded.
final class Laws {
  private Laws() {}

  /// Checks all of them.
  ///
  /// @param parallelism of the run
  /// @param begin before the run, by `System.nanoTime`
  /// @param end after the run
  static void check(Trace trace, int parallelism, long begin, long end) {
    List<Unit> units = trace.units();
    assertThat(units).isNotEmpty();
    assertThat(units.stream().map(Unit::number)).doesNotHaveDuplicates();
    assertThat(units.stream().skip(1))
        .as("only the first unit waits for nothing")
        .allSatisfy(unit -> assertThat(unit.after()).isNotEmpty());
    for (Unit unit : units) {
      assertThat(unit.beginNanos()).isGreaterThanOrEqualTo(begin);
      assertThat(unit.endNanos()).isBetween(unit.beginNanos(), end);
      assertThat(unit.after()).isSubsetOf(units);
      assertThat(unit.after())
          .allSatisfy(one -> assertThat(one.endNanos()).isLessThanOrEqualTo(unit.beginNanos()));
    }
    assertThat(trace.last()).extracting(Unit::name).containsExactly("end");
    checkNoWayRound(units);
    checkShifts(Timeline.of(trace), units, parallelism);
  }

  /// By taking away, again and again, the units that wait for none of those that are left.
  private static void checkNoWayRound(List<Unit> units) {
    Set<Unit> left = new HashSet<>(units);
    while (!left.isEmpty()) {
      int before = left.size();
      left.removeAll(
          left.stream().filter(unit -> unit.after().stream().noneMatch(left::contains)).toList());
      assertThat(left.size()).isLessThan(before);
    }
  }

  private static void checkShifts(Timeline timeline, List<Unit> units, int parallelism) {
    assertThat(timeline.shifts())
        .extracting(Shift::unit)
        .containsExactlyInAnyOrderElementsOf(units);
    assertThat(timeline.workers()).isBetween(1, parallelism);
    Map<Integer, Unit> last = new HashMap<>();
    for (Shift shift : timeline.shifts()) {
      Unit before = last.put(shift.worker(), shift.unit());
      if (before != null) {
        assertThat(shift.unit().beginNanos()).isGreaterThanOrEqualTo(before.endNanos());
      }
    }
  }
}
