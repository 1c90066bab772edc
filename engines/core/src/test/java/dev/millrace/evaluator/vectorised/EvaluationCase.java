package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.Type;
import dev.millrace.value.Value;
import java.util.List;
import java.util.Locale;

/// One combination that an evaluator may meet.
///
/// @param construct the expression, action or aggregate
/// @param operand which part of it is read from a column; empty where it has none
/// @param column what the column is like
/// @param way how the construct is evaluated
record EvaluationCase(String construct, String operand, Kind column, String way) {
  /// Which values of a column are null.
  enum Nulls {
    NONE,
    SOME,
    ALL;

    /// The pattern of some values.
    static Nulls of(List<Value> values) {
      long nulls = values.stream().filter(Value::isNull).count();
      return nulls == 0 ? NONE : nulls == values.size() ? ALL : SOME;
    }
  }

  /// What a column is like.
  ///
  /// @param type the type in the schema
  /// @param nulls which values are null
  /// @param form the class of the vector
  record Kind(Type type, Nulls nulls, String form) {
    @Override
    public String toString() {
      return (type + " nulls:" + nulls + " ").toLowerCase(Locale.ROOT) + form;
    }
  }
}
