package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.Dictionary;
import dev.millrace.vector.Numbers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A key of all items in one array of the simplest form that they all have.
@SuppressWarnings("ArrayRecordComponent") // columns are never compared
sealed interface KeyColumn {
  /// A hash of an item's key, the same for equal keys.
  int hash(int index);

  /// Whether two items have equal keys.
  boolean areEqual(int one, int other);

  /// An item's key.
  Value get(int index);

  /// Whether an item's key is null.
  boolean isNull(int index);

  /// Compares the keys of two items, neither of them null.
  int compare(int one, int other);

  /// Numbers of one scale, [Numbers#NULL] for null.
  ///
  /// @param numbers the numbers times 10^scale
  /// @param scale the scale
  record OfNumbers(long[] numbers, int scale) implements KeyColumn {
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    @Override
    public Value get(int index) {
      return isNull(index) ? Null.NULL : Decimal.of(numbers[index], scale);
    }

    @Override
    public boolean isNull(int index) {
      return numbers[index] == Numbers.NULL;
    }

    @Override
    public int compare(int one, int other) {
      return Long.compare(numbers[one], numbers[other]);
    }

    @Override
    public int hash(int index) {
      long mixed = numbers[index] * MIX;
      return (int) (mixed >>> Integer.SIZE);
    }

    @Override
    public boolean areEqual(int one, int other) {
      return numbers[one] == numbers[other];
    }
  }

  /// Texts, null for null.
  ///
  /// @param texts the texts
  record OfTexts(@Nullable String[] texts) implements KeyColumn {
    @Override
    public Value get(int index) {
      String text = texts[index];
      return text == null ? Null.NULL : Text.of(text);
    }

    @Override
    public boolean isNull(int index) {
      return texts[index] == null;
    }

    @Override
    public int compare(int one, int other) {
      return get(one).compareTo(get(other));
    }

    @Override
    public int hash(int index) {
      return Objects.hashCode(texts[index]);
    }

    @Override
    public boolean areEqual(int one, int other) {
      return Objects.equals(texts[one], texts[other]);
    }
  }

  /// Values of other kinds, or of several.
  ///
  /// @param values the values
  record OfValues(Value[] values) implements KeyColumn {
    @Override
    public Value get(int index) {
      return values[index];
    }

    @Override
    public boolean isNull(int index) {
      return values[index].isNull();
    }

    @Override
    public int compare(int one, int other) {
      return values[one].compareTo(values[other]);
    }

    @Override
    public int hash(int index) {
      return values[index].hashCode();
    }

    @Override
    public boolean areEqual(int one, int other) {
      return values[one].equals(values[other]);
    }
  }

  /// Codes of a dictionary.
  ///
  /// @param codes the codes
  /// @param dictionary what they stand for, all different
  record OfCodes(int[] codes, Dictionary dictionary) implements KeyColumn {
    @Override
    public Value get(int index) {
      return dictionary.get(codes[index]);
    }

    @Override
    public boolean isNull(int index) {
      return get(index).isNull();
    }

    @Override
    public int compare(int one, int other) {
      return get(one).compareTo(get(other));
    }

    @Override
    public int hash(int index) {
      return codes[index];
    }

    @Override
    public boolean areEqual(int one, int other) {
      return codes[one] == codes[other];
    }
  }

  /// A key of all items.
  ///
  /// @param items the items
  /// @param key which of their keys
  static KeyColumn of(KeyedItems items, int key) {
    Codes codes = Codes.of(items, key);
    if (codes != null) {
      return new OfCodes(codes.all(items), codes.dictionary());
    }
    KeyParts parts = KeyParts.of(items, key);
    Numbers[] numbers = parts.numbers();
    if (numbers != null) {
      return ofNumbers(numbers, parts);
    }
    @Nullable String[] texts = parts.strings();
    return texts != null ? new OfTexts(texts) : new OfValues(parts.values());
  }

  private static KeyColumn ofNumbers(Numbers[] numbers, KeyParts parts) {
    var all = new long[parts.size()];
    for (int i = 0; i < numbers.length; i++) {
      System.arraycopy(numbers[i].unscaled(), 0, all, parts.starts()[i], parts.size(i));
    }
    return new OfNumbers(all, numbers.length == 0 ? 0 : numbers[0].scale());
  }
}
