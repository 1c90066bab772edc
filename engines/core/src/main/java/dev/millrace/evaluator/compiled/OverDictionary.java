package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Form.Kind;
import dev.millrace.evaluator.compiled.Term.Derived;
import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.feed.Item;
import dev.millrace.function.EvaluationException;
import dev.millrace.value.Value;
import dev.millrace.vector.Coded;
import dev.millrace.vector.Dictionary;
import dev.millrace.vector.Vector;
import org.jspecify.annotations.Nullable;

/// The values of an expression for the entries of dictionaries. Shared by threads.
///
/// Those for the last dictionary are kept: blocks of a feed share one, or are cut into batches.
final class OverDictionary {
  private static final int LARGEST = 4_096;

  private final Derived term;
  private volatile @Nullable Known known;

  private record Known(Dictionary dictionary, Object values) {}

  /// No values yet.
  OverDictionary(Derived term) {
    this.term = term;
  }

  /// Whether there are such values in a form.
  static boolean areMadeOf(Form form) {
    return form.kind() == Kind.TEXT || form.kind() == Kind.FLAG;
  }

  /// Whether a column has a dictionary that is not much dearer to go through than a batch; one of a
  /// block is smaller, one of a feed is gone through once.
  static boolean isWorthIt(Vector column) {
    return column instanceof Coded(var dictionary, _) && dictionary.size() <= LARGEST;
  }

  /// The place of the field that has the dictionary.
  int field() {
    return term.field();
  }

  /// An array of the values, in the term's form, for the dictionary of a column.
  ///
  /// @throws Unfit if the expression has an error for an entry, which may occur in no item
  @SuppressWarnings("ReferenceEquality") // to compare dictionaries takes longer than to use them
  Object of(Coded column) {
    Known latest = known;
    if (latest == null || latest.dictionary != column.dictionary()) {
      latest = new Known(column.dictionary(), made(column.dictionary()));
      known = latest;
    }
    return latest.values;
  }

  private Object made(Dictionary dictionary) {
    RowExpression.Evaluation evaluation = term.expression().begin();
    var values = new Value[dictionary.size()];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = evaluation.of(new Item(0, dictionary.get(i)));
      }
    } catch (EvaluationException ofAnEntry) {
      throw new Unfit();
    }
    return Columns.array(Vector.typed(values), term.form(), values.length);
  }
}
