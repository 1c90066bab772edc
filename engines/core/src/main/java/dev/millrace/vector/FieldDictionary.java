package dev.millrace.vector;

import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The different values of one field in all blocks of a feed, as they are found. For one thread.
///
/// A field gets a dictionary when at most half of its values are different, and not too many. It is
/// given up early where values hardly repeat, so that titles and links cost a few thousand hashes
/// each. Where most blocks have dictionaries of their own that are much smaller than one of all
/// would be, they keep them: what is evaluated once for each value of a dictionary stays cheap.
public final class FieldDictionary {
  private static final int MOST = 1 << 17;
  private static final int MOST_OBJECTS = 4_096;
  private static final int SMALL = 500;
  private static final int ENOUGH_TO_TELL = 8_192;
  private static final int LEAST_REPEATED = 32;

  private final int most;
  private final Map<Value, Integer> codes = new HashMap<>();
  private int seen;

  private FieldDictionary(int size) {
    this.most = Math.min(MOST, Coded.most(size));
  }

  /// The columns of a field as codes of one dictionary, except those that hold one value; or all of
  /// them as they are, when that does not pay.
  ///
  /// @param columns the field in each block
  /// @param sizes how many values each has
  public static Vector[] share(Vector[] columns, int[] sizes) {
    var field = new FieldDictionary(Arrays.stream(sizes).sum());
    var coded = new int[columns.length][];
    int ownDictionaries = 0;
    for (int i = 0; i < columns.length; i++) {
      boolean goesOn =
          switch (columns[i]) {
            case Constant _ -> true;
            case Coded(var dictionary, var ofBlock) -> {
              ownDictionaries++;
              coded[i] = field.codes(dictionary, ofBlock, sizes[i]);
              yield field.isWorthIt();
            }
            case Texts texts -> {
              coded[i] = field.codes(texts, sizes[i]);
              yield field.isWorthIt();
            }
            default -> false;
          };
      if (!goesOn) {
        return columns;
      }
    }
    boolean isLargerThanOwn = field.codes.size() > SMALL && 2 * ownDictionaries > columns.length;
    Dictionary dictionary = isLargerThanOwn ? null : field.dictionary();
    return dictionary == null ? columns : with(dictionary, coded, columns);
  }

  private static Vector[] with(Dictionary dictionary, int[][] coded, Vector[] columns) {
    Vector[] shared = columns.clone();
    for (int i = 0; i < shared.length; i++) {
      int[] codes = coded[i];
      shared[i] = codes == null ? columns[i] : new Coded(dictionary, codes);
    }
    return shared;
  }

  private boolean isWorthIt() {
    boolean hardlyRepeats = seen >= ENOUGH_TO_TELL && seen - codes.size() < seen / LEAST_REPEATED;
    return codes.size() <= most && !hardlyRepeats;
  }

  private int code(Value value) {
    int next = codes.size();
    Integer known = codes.putIfAbsent(value, next);
    return known == null ? next : known;
  }

  private int[] codes(Dictionary dictionary, int[] ofBlock, int size) {
    var mapped = new int[dictionary.size()];
    Arrays.fill(mapped, -1);
    var ofField = new int[size];
    for (int i = 0; i < size; i++) {
      int before = ofBlock[i];
      if (mapped[before] < 0) {
        mapped[before] = code(dictionary.get(before));
      }
      ofField[i] = mapped[before];
    }
    seen += size;
    return ofField;
  }

  private int[] codes(Texts texts, int size) {
    var ofField = new int[size];
    for (int i = 0; i < size; i++) {
      ofField[i] = code(texts.get(i));
    }
    seen += size;
    return ofField;
  }

  /// The dictionary; null when there is none, or its values are too many to be objects and cannot
  /// be held otherwise.
  private @Nullable Dictionary dictionary() {
    if (codes.isEmpty()) {
      return null;
    }
    var values = new Value[codes.size()];
    Arrays.fill(values, Null.NULL);
    codes.forEach((value, code) -> values[code] = value);
    if (values.length <= MOST_OBJECTS) {
      return Dictionary.ofDistinct(values);
    }
    Texts texts = Vector.areTexts(values) ? Texts.of(values) : null;
    return texts == null ? null : Dictionary.ofDistinct(texts, values.length);
  }
}
