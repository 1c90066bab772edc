package dev.millrace.expression;

/// Which way [ListExpression.SortList] orders keys.
public enum Direction {
  /// In the total order of values, null first.
  ASCENDING,
  /// Against the total order of values, null last.
  DESCENDING
}
