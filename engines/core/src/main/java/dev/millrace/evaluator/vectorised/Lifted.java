package dev.millrace.evaluator.vectorised;

import dev.millrace.function.EvaluationException;
import dev.millrace.value.Value;
import dev.millrace.vector.Coded;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Dictionary;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Vector;
import java.util.Arrays;

/// Applies functions to fewer values than there are: to a constant once, and to a column of codes
/// once for each value of its dictionary.
final class Lifted {
  private static final int NONE = -1;

  private Lifted() {}

  /// A function's results.
  static Vector of(Function function, Vector[] operands, int size) {
    int coded = NONE;
    for (int i = 0; i < operands.length; i++) {
      boolean isConstant = operands[i] instanceof Constant;
      boolean isCoded =
          operands[i] instanceof Coded(var dictionary, _) && 2 * dictionary.size() <= size;
      if (!isConstant && (!isCoded || coded != NONE)) {
        return function.of(uncoded(operands, size), size);
      }
      coded = isCoded ? i : coded;
    }
    if (coded != NONE) {
      try {
        return overDictionary(function, operands, coded);
      } catch (EvaluationException ofAValueThatMayNotOccur) {
        return function.of(uncoded(operands, size), size);
      }
    }
    return size == 0 ? Vector.ofNulls() : new Constant(function.of(operands, 1).get(0));
  }

  /// The operands, no column of codes among them.
  private static Vector[] uncoded(Vector[] operands, int size) {
    Vector[] uncoded = operands.clone();
    for (int i = 0; i < uncoded.length; i++) {
      if (uncoded[i] instanceof Coded coded) {
        uncoded[i] = coded.decoded(size);
      }
    }
    return uncoded;
  }

  /// A vector with a value of its own for each item: numbers, strings, flags or objects.
  static Vector spread(Vector vector, int size) {
    return switch (vector) {
      case Coded coded -> coded.decoded(size);
      case Constant _ -> {
        var values = new Value[size];
        Arrays.setAll(values, vector::get);
        yield Vector.typed(values);
      }
      default -> vector;
    };
  }

  private static Vector overDictionary(Function function, Vector[] operands, int coded) {
    var column = (Coded) operands[coded];
    Dictionary dictionary = column.dictionary();
    Vector[] over = operands.clone();
    over[coded] = dictionary.dense();
    Vector results = function.of(over, dictionary.size());
    if (results instanceof Flags(var flags)) {
      int[] codes = column.codes();
      var spread = new byte[codes.length];
      for (int i = 0; i < spread.length; i++) {
        spread[i] = flags[codes[i]];
      }
      return new Flags(spread);
    }
    var made = new Value[dictionary.size()];
    Arrays.setAll(made, results::get);
    return new Coded(Dictionary.of(made), column.codes());
  }
}
