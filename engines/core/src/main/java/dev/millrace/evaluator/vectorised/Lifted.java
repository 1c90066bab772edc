package dev.millrace.evaluator.vectorised;

import dev.millrace.function.EvaluationException;
import dev.millrace.value.Value;
import dev.millrace.vector.Coded;
import dev.millrace.vector.Constant;
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
          operands[i] instanceof Coded(var dictionary, _) && 2 * dictionary.length <= size;
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
        uncoded[i] = spread(coded, size);
      }
    }
    return uncoded;
  }

  /// A vector with a value of its own for each item: numbers, strings, flags or objects.
  static Vector spread(Vector vector, int size) {
    return switch (vector) {
      case Coded(var dictionary, var codes) when dictionary.length <= size -> {
        var places = new int[size];
        for (int i = 0; i < size; i++) {
          places[i] = codes[i];
        }
        yield Vector.typed(dictionary.clone()).gather(places, size);
      }
      case Coded _, Constant _ -> {
        var values = new Value[size];
        Arrays.setAll(values, vector::get);
        yield Vector.typed(values);
      }
      default -> vector;
    };
  }

  private static Vector overDictionary(Function function, Vector[] operands, int coded) {
    var column = (Coded) operands[coded];
    Value[] dictionary = column.dictionary();
    Vector[] over = operands.clone();
    over[coded] = Vector.typed(dictionary.clone());
    Vector results = function.of(over, dictionary.length);
    if (results instanceof Flags(var flags)) {
      char[] codes = column.codes();
      var spread = new byte[codes.length];
      for (int i = 0; i < spread.length; i++) {
        spread[i] = flags[codes[i]];
      }
      return new Flags(spread);
    }
    var made = new Value[dictionary.length];
    Arrays.setAll(made, results::get);
    return new Coded(made, column.codes());
  }
}
