package dev.millrace.reports.rule;

/// What the numbers of one series prove.
public enum Outcome {
  /// Worse by more than the margin.
  REGRESSED,
  /// Better by more than the margin.
  IMPROVED,
  /// No further apart than the margin.
  EQUIVALENT,
  /// None of these.
  INCONCLUSIVE
}
