package dev.millrace.vector;

import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Values of one field, one item after another, in arrays of primitives. Immutable.
///
/// To a collector such a column is a few arrays, however many values it holds; as objects, each of
/// its texts is three. The readers pay: a value is made anew whenever it is asked for. Only values
/// that repeat are kept as objects, and shared.
///
/// After the columnar formats, Apache Arrow above all: lists and maps are bounds in a column of all
/// their elements.
public sealed interface Vector
    permits Constant,
        Coded,
        Flags,
        Numbers,
        Strings,
        Texts,
        Lists,
        Maps,
        Plain,
        Scattered,
        Selected,
        Sliced,
        Viewed {
  /// The value at an index. Cost: that of making it; for a text, a copy of its characters.
  Value get(int index);

  /// The values at some indices, in that order; the array is kept. O(1): they are not moved before
  /// [#dense] is called.
  default Vector at(int[] places) {
    return new Selected(this, places);
  }

  /// The values from an index on. O(1).
  default Vector from(int index) {
    return index == 0 ? this : new Sliced(this, index);
  }

  /// The first values in the form that loops read: neither a selection nor texts in a pool.
  ///
  /// @param size how many
  default Vector dense(int size) {
    return this;
  }

  /// The first values of `at(places)` in that form.
  ///
  /// @param places their indices
  /// @param size how many
  default Vector gather(int[] places, int size) {
    var values = new Value[size];
    for (int i = 0; i < size; i++) {
      values[i] = get(places[i]);
    }
    return typed(values);
  }

  /// A vector of some values in the form that loops read; the array is kept. Quicker than [#of]: no
  /// value is looked for in another.
  static Vector typed(Value[] values) {
    Vector typed =
        switch (firstPresent(values)) {
          case Decimal _ -> Numbers.of(values);
          case Text _ -> Strings.of(values);
          case Bool _ -> Flags.of(values);
          case Null _, ListValue _, MapValue _ -> null;
        };
    return typed == null ? new Plain(values) : typed;
  }

  /// A vector that holds one value at every index.
  static Vector constant(Value value) {
    return new Constant(value);
  }

  /// A vector of values that lie in several others; the arrays are kept.
  ///
  /// @param parts the other vectors
  /// @param addresses how the address of a value says where it lies
  /// @param values the address of each value, and anything in the bits above
  /// @param start which of these is the first
  static Vector scattered(Vector[] parts, Addresses addresses, long[] values, int start) {
    return new Scattered(parts, addresses, values, start);
  }

  /// A vector of values that are made when they are asked for.
  static Vector viewed(IntFunction<Value> values) {
    return new Viewed(values);
  }

  /// The column of some values, which are copied.
  ///
  /// Values that repeat become codes of shared values; numbers become longs of one scale; texts one
  /// array of bytes; lists and maps a column of their elements. Columns that hold values of several
  /// kinds, or numbers beyond a long, or more than an array can hold, keep the objects.
  ///
  /// @param shared the objects that this column may share with others of the same field
  static Vector of(Value[] values, SharedValues shared) {
    Vector coded = Coded.of(values, shared);
    Vector flat = coded != null ? coded : flat(values, shared);
    return flat != null ? flat : new Plain(values.clone());
  }

  /// A column that holds null at every index.
  static Vector ofNulls() {
    return constant(Null.NULL);
  }

  private static @Nullable Vector flat(Value[] values, SharedValues shared) {
    return switch (example(values)) {
      case Decimal _ -> Numbers.of(values);
      case Text _ -> Texts.of(values);
      case ListValue _ -> Lists.of(values, shared);
      case MapValue _ -> Maps.of(values, shared);
      case Bool _ -> Flags.of(values);
      case Null _ -> null;
    };
  }

  /// Whether there is nothing but texts and nulls, and a text among them.
  static boolean areTexts(Value[] values) {
    return example(values) instanceof Text;
  }

  /// The first of the values that is not null.
  private static Value firstPresent(Value[] values) {
    for (Value value : values) {
      if (!(value instanceof Null)) {
        return value;
      }
    }
    return Null.NULL;
  }

  /// One of the values, of the kind that all have that are not null; null when they have several.
  private static Value example(Value[] values) {
    Value example = firstPresent(values);
    for (Value value : values) {
      if (!value.isNull() && value.rank() != example.rank()) {
        return Null.NULL;
      }
    }
    return example;
  }
}
