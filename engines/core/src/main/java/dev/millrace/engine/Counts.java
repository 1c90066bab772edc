package dev.millrace.engine;

/// Where every item of a run went; `read + added = written + filtered + dropped + merged` always.
///
/// With a `limit` or `limit_while` in the plan, items beyond it need not have been evaluated;
/// `filtered` and `added` are then net: what is missing counts as filtered, what is in excess as
/// added, and merged is 0.
///
/// @param read items in the feed
/// @param added items that explode made beyond one for each item, and those of second feeds
/// @param written items in the result
/// @param filtered items left out by filters and other choosing actions, limits, deduplication, or
///   for want of an element
/// @param dropped items left out because of an error
/// @param merged items that became part of another one of their group
public record Counts(
    long read, long added, long written, long filtered, long dropped, long merged) {

  /// Checks that every item is accounted for.
  public Counts {
    if (read + added != written + filtered + dropped + merged) {
      throw new IllegalStateException(
          "items do not balance: read "
              + read
              + " + added "
              + added
              + " != written "
              + written
              + " + filtered "
              + filtered
              + " + dropped "
              + dropped
              + " + merged "
              + merged);
    }
  }

  /// Net counts, for a plan with a limit.
  public static Counts net(long read, long written, long dropped) {
    long missing = read - written - dropped;
    return new Counts(read, Math.max(0, -missing), written, Math.max(0, missing), dropped, 0);
  }
}
