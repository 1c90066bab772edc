package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.Dictionary;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Plain;
import dev.millrace.vector.Strings;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /// The values of a vector.
  static KeyColumn of(Vector dense, int size) {
    return switch (dense) {
      case Numbers(var numbers, int scale, _) -> new OfNumbers(numbers, scale);
      case Strings(var texts) -> new OfTexts(texts);
      default -> {
        var values = new Value[size];
        Arrays.setAll(values, dense::get);
        yield new OfValues(values);
      }
    };
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
    List<Vector> parts = parts(items, key);
    int scale = scale(parts);
    long[] numbers = scale < 0 ? null : numbers(parts, items, scale);
    if (numbers != null) {
      return new OfNumbers(numbers, scale);
    }
    @Nullable String[] texts = texts(parts, items);
    return texts != null ? new OfTexts(texts) : new OfValues(values(items, key));
  }

  /// The parts of a key, without codes.
  private static List<Vector> parts(KeyedItems items, int key) {
    var parts = new ArrayList<Vector>();
    for (int i = 0; i < items.pieces().size(); i++) {
      parts.add(Lifted.spread(items.keys().get(i)[key], items.pieces().get(i).size()));
    }
    return parts;
  }

  /// A key of all items, as objects.
  static Value[] values(KeyedItems items, int key) {
    var values = new Value[items.size()];
    int next = 0;
    for (int i = 0; i < items.pieces().size(); i++) {
      Vector part = items.keys().get(i)[key];
      for (int j = 0; j < items.pieces().get(i).size(); j++) {
        values[next++] = part.get(j);
      }
    }
    return values;
  }

  /// The largest scale of numbers; -1 if there is something else.
  private static int scale(List<Vector> parts) {
    int scale = 0;
    for (Vector part : parts) {
      if (part instanceof Numbers numbers) {
        scale = Math.max(scale, numbers.scale());
      } else if (!isNull(part)) {
        return -1;
      }
    }
    return scale;
  }

  private static long @Nullable [] numbers(List<Vector> parts, KeyedItems items, int scale) {
    var all = new long[items.size()];
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      int count = items.pieces().get(i).size();
      if (parts.get(i) instanceof Numbers numbers) {
        Numbers scaled = numbers.scaled(scale, count);
        if (scaled == null) {
          return null;
        }
        System.arraycopy(scaled.unscaled(), 0, all, from, count);
      } else {
        Arrays.fill(all, from, from + count, Numbers.NULL);
      }
      from += count;
    }
    return all;
  }

  private static @Nullable String @Nullable [] texts(List<Vector> parts, KeyedItems items) {
    var all = new @Nullable String[items.size()];
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      int count = items.pieces().get(i).size();
      if (parts.get(i) instanceof Strings(var strings)) {
        System.arraycopy(strings, 0, all, from, count);
      } else if (!isNull(parts.get(i))) {
        return null;
      }
      from += count;
    }
    return all;
  }

  private static boolean isNull(Vector part) {
    return part instanceof Plain(var values) && Arrays.stream(values).allMatch(Value::isNull);
  }
}
