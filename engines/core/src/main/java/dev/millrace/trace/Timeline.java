package dev.millrace.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Which worker did each unit of a trace, and what passed between them.
///
/// A worker is a place at work: as many as units ran at the same time at the most. A thread keeps
/// its place from unit to unit as long as nobody else took it meanwhile, so that threads which come
/// and go do not make a worker each.
public final class Timeline {
  private final List<Shift> shifts;

  /// A unit and who did it.
  ///
  /// @param unit the unit
  /// @param worker the worker, from 0
  public record Shift(Unit unit, int worker) {}

  private Timeline(List<Shift> shifts) {
    this.shifts = shifts;
  }

  /// The timeline of a trace.
  public static Timeline of(Trace trace) {
    var ends = new ArrayList<Long>();
    Map<Long, Integer> places = new HashMap<>();
    var shifts = new ArrayList<Shift>();
    for (Unit unit : byBegin(trace.units())) {
      int worker = place(unit, ends, places);
      ends.set(worker, unit.endNanos());
      places.put(unit.thread(), worker);
      shifts.add(new Shift(unit, worker));
    }
    return new Timeline(shifts);
  }

  /// The units in the order in which they began.
  public List<Shift> shifts() {
    return List.copyOf(shifts);
  }

  /// How many workers there were.
  public int workers() {
    return 1 + shifts.stream().mapToInt(Shift::worker).max().orElse(-1);
  }

  /// What it cost to hand a unit over: the median time from the end of a unit to the beginning of
  /// the next of the same worker, of those that could have begun at once, as all that they waited
  /// for had ended. Nothing if there is no such pair.
  public OptionalLong handOffNanos() {
    var before = new Unit[workers()];
    var gaps = new ArrayList<Long>();
    for (Shift shift : shifts) {
      Unit unit = shift.unit();
      Unit last = before[shift.worker()];
      if (last != null
          && unit.after().stream().allMatch(one -> one.endNanos() <= last.endNanos())) {
        gaps.add(unit.beginNanos() - last.endNanos());
      }
      before[shift.worker()] = unit;
    }
    long[] sorted = gaps.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0
        ? OptionalLong.empty()
        : Arrays.stream(sorted).skip(sorted.length / 2).findFirst();
  }

  private static List<Unit> byBegin(List<Unit> units) {
    return units.stream()
        .sorted(Comparator.comparingLong(Unit::beginNanos).thenComparingLong(Unit::endNanos))
        .toList();
  }

  /// The place that the unit's thread had, if it is free; else the first that is.
  private static int place(Unit unit, List<Long> ends, Map<Long, Integer> places) {
    Integer mine = places.get(unit.thread());
    if (mine != null && ends.get(mine) <= unit.beginNanos()) {
      return mine;
    }
    for (int i = 0; i < ends.size(); i++) {
      if (ends.get(i) <= unit.beginNanos()) {
        return i;
      }
    }
    ends.add(Long.MIN_VALUE);
    return ends.size() - 1;
  }
}
