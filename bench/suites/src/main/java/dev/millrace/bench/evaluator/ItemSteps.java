package dev.millrace.bench.evaluator;

/// A job on each item alone, taken apart as libraries of streams want it: what is done with a row,
/// whether it is kept, what is done then.
///
/// @param <R> the rows
/// @param <S> what the first step makes of a row
/// @param <O> what comes out
public interface ItemSteps<R, S, O> {
  /// The first step.
  S before(R row);

  /// Whether something is kept.
  boolean keep(S changed);

  /// The last step.
  O after(S kept);
}
