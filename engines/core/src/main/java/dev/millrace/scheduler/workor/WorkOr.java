package dev.millrace.scheduler.workor;

import dev.millrace.task.Dependency;

/// What one step of the outer pipeline gives.
///
/// @param <T> the values of the pipeline
sealed interface WorkOr<T> {
  /// A unit of work that some worker runs once, outside the pipeline. It returns nothing: it leaves
  /// its result in a slot.
  ///
  /// @param unit the unit
  /// @param <T> the values of the pipeline
  record Work<T>(Runnable unit) implements WorkOr<T> {}

  /// The next value.
  ///
  /// @param value the value
  /// @param <T> the values of the pipeline
  record Value<T>(T value) implements WorkOr<T> {}

  /// Nothing now.
  ///
  /// @param until when it is worth to step again
  /// @param <T> the values of the pipeline
  record Pending<T>(Dependency until) implements WorkOr<T> {}

  /// The end: every further step gives this again.
  ///
  /// @param <T> the values of the pipeline
  record Done<T>() implements WorkOr<T> {}
}
