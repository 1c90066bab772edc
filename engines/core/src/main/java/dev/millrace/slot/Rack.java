package dev.millrace.slot;

/// The slots of one gathering, made one after another.
///
/// @param <T> the results
@FunctionalInterface
public interface Rack<T> {
  /// The next slot, empty. Called by one thread at a time.
  Slot<T> create();
}
