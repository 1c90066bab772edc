package dev.millrace.scheduler.workor;

/// The outer pipeline: pulled step by step, by one worker at a time but not always by the same one.
///
/// A step is cheap and never waits: item work is in the units and chunks that it gives, and where
/// nothing can be given it says what it waits for.
///
/// @param <T> its values
@FunctionalInterface
interface Pipe<T> {
  /// The next step.
  WorkOr<T> step();
}
