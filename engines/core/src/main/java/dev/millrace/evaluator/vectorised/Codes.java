package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Value;
import dev.millrace.vector.Coded;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Dictionary;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A key of all items as numbers below a bound, equal keys as equal numbers: what is a table of
/// hashes for other keys is an array for these.
///
/// @param of for each piece the codes of its items; an array may be longer than its piece
/// @param dictionary what the codes stand for, all different
@SuppressWarnings("ArrayRecordComponent") // never compared
record Codes(int[][] of, Dictionary dictionary) {
  /// The codes of a key, or null when it is not coded in some piece. Nothing is copied when all
  /// pieces share a dictionary; else the entries of each are looked for in the others.
  static @Nullable Codes of(KeyedItems items, int key) {
    Dictionary shared = null;
    boolean isShared = true;
    var codes = new int[items.pieces().size()][];
    for (int i = 0; i < codes.length; i++) {
      switch (items.keys().get(i)[key]) {
        case Coded(var dictionary, var ofPiece) -> {
          isShared &= dictionary.isDistinct() && (shared == null || shared == dictionary);
          shared = dictionary;
          codes[i] = ofPiece;
        }
        case Constant _ -> isShared = false;
        default -> {
          return null;
        }
      }
    }
    return isShared && shared != null ? new Codes(codes, shared) : new Union().of(items, key);
  }

  /// How many different codes there may be.
  int bound() {
    return dictionary.size();
  }

  /// The code of each item, one piece after another.
  int[] all(KeyedItems items) {
    var all = new int[items.size()];
    int from = 0;
    for (int i = 0; i < of.length; i++) {
      int size = items.pieces().get(i).size();
      System.arraycopy(of[i], 0, all, from, size);
      from += size;
    }
    return all;
  }

  /// One dictionary of several.
  private static final class Union {
    private static final int UNKNOWN = -1;

    private final Map<Value, Integer> codes = new HashMap<>();
    private final List<Value> values = new ArrayList<>();
    private final IdentityHashMap<Dictionary, int[]> mapped = new IdentityHashMap<>();

    Codes of(KeyedItems items, int key) {
      var of = new int[items.pieces().size()][];
      for (int i = 0; i < of.length; i++) {
        of[i] = codes(items.keys().get(i)[key], items.pieces().get(i).size());
      }
      return new Codes(of, Dictionary.ofDistinct(values.toArray(Value[]::new)));
    }

    private int[] codes(Vector vector, int size) {
      var of = new int[size];
      if (!(vector instanceof Coded(var dictionary, var before))) {
        Arrays.fill(of, size == 0 ? 0 : code(vector.get(0)));
        return of;
      }
      int[] to = mapped.computeIfAbsent(dictionary, Union::unknown);
      for (int i = 0; i < size; i++) {
        if (to[before[i]] == UNKNOWN) {
          to[before[i]] = code(dictionary.get(before[i]));
        }
        of[i] = to[before[i]];
      }
      return of;
    }

    private static int[] unknown(Dictionary dictionary) {
      var unknown = new int[dictionary.size()];
      Arrays.fill(unknown, UNKNOWN);
      return unknown;
    }

    private int code(Value value) {
      Integer known = codes.putIfAbsent(value, values.size());
      if (known != null) {
        return known;
      }
      values.add(value);
      return values.size() - 1;
    }
  }
}
