package dev.millrace.slot;

/// Where one unit of work leaves its result, once.
///
/// @param <T> the result, never null
public interface Place<T> {
  /// Fills the empty place.
  ///
  /// @throws IllegalStateException if it was filled or failed before
  void put(T value);

  /// Fails the empty place: whoever asks for the value is thrown this failure as it is, checked or
  /// not.
  ///
  /// @throws IllegalStateException if it was filled or failed before
  void fail(Throwable failure);

  /// What was left; never waits.
  ///
  /// @throws IllegalStateException if nothing was left yet
  T value();
}
