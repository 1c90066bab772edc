package dev.millrace.reports.trace;

import java.util.List;

/// A piece of work of a traced run; times are nanoseconds since the run began.
///
/// @param worker the place at work that ran it, from 0
/// @param after the units that it waited for, by their places among all
/// @param segment the number of the [Description.Segment] that it is a unit of
public record Unit(
    String name, int worker, long start, long end, List<Integer> after, int segment) {
  public Unit {
    after = List.copyOf(after);
  }

  /// The same unit, waiting for others.
  Unit after(List<Integer> others) {
    return new Unit(name, worker, start, end, others, segment);
  }

  /// How long it took.
  public long duration() {
    return end - start;
  }
}
