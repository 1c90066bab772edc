package dev.millrace.evaluator.eager;

/// Counts of items that did not go through a run one to one; see [dev.millrace.engine.Counts].
final class Totals {
  long added;
  long filtered;
  long merged;
}
