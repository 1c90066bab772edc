package dev.millrace.reports.trace;

import java.util.List;

/// A piece of work of a traced run; times are nanoseconds since the run began.
///
/// @param worker the place at work that ran it, from 0
/// @param after the numbers of the units that it waited for
/// @param segment the number of the [Description.Segment] that it is a unit of
public record Unit(
    String name, int worker, long start, long end, List<Integer> after, int segment) {
  public Unit {
    after = List.copyOf(after);
  }

  /// How long it took.
  public long duration() {
    return end - start;
  }
}
