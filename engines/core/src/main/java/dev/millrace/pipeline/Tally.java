package dev.millrace.pipeline;

/// Counts of items that did not go through a part one to one; see [dev.millrace.engine.Counts].
///
/// @param added items that explode made beyond one for each item, and those of second feeds
/// @param filtered items left out by an action
/// @param merged items that became part of another
public record Tally(long added, long filtered, long merged) {
  /// No counts.
  public static final Tally NONE = new Tally(0, 0, 0);

  /// The sum of two tallies.
  public Tally plus(Tally other) {
    return new Tally(added + other.added, filtered + other.filtered, merged + other.merged);
  }
}
