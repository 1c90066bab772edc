package dev.millrace.slot;

/// A place that can be waited for: the result of one unit of work is handed from the thread that
/// made it to the one that wants it.
///
/// States: empty, then full or failed, for ever. `put` or `fail` is called once, by any thread; it
/// happens-before every `take` that returns or throws what it left. Null is not a value.
///
/// @param <T> the result
public interface Slot<T> extends Place<T> {
  /// The value, waiting for it as long as the slot is empty. The slot stays full.
  ///
  /// A taker that waits may wait until every slot of the rack is filled; so whoever fills them must
  /// not wait for the taker. One that finds the slot filled never waits, interrupted or not.
  ///
  /// @throws InterruptedException if the calling thread is interrupted while it waits
  T take() throws InterruptedException;

  /// Whether the slot was filled or failed, so that `take` does not wait.
  boolean isFilled();
}
