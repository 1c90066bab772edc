package dev.millrace.value.compact;

import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// Values of one field, one item after another, in arrays of primitives. Immutable.
///
/// To a collector such a column is a few arrays, however many values it holds; as objects, each of
/// its texts is three. The readers pay: a value is made anew whenever it is asked for. Only values
/// that repeat are kept as objects, and shared.
///
/// After the columnar formats, Apache Arrow above all: lists and maps are bounds in a column of all
/// their elements.
public sealed interface CompactColumn permits Constant, Coded, Numbers, Texts, Lists, Maps, Plain {
  /// The value at an index. Cost: that of making it; for a text, a copy of its characters.
  Value get(int index);

  /// The column of some values, which are copied.
  ///
  /// Values that repeat become codes of shared values; numbers become longs of one scale; texts one
  /// array of bytes; lists and maps a column of their elements. Columns that hold values of several
  /// kinds, or numbers beyond a long, or more than an array can hold, keep the objects.
  ///
  /// @param shared the objects that this column may share with others of the same field
  static CompactColumn of(Value[] values, SharedValues shared) {
    CompactColumn coded = Coded.of(values, shared);
    CompactColumn flat = coded != null ? coded : flat(values, shared);
    return flat != null ? flat : new Plain(values.clone());
  }

  /// A column that holds null at every index.
  static CompactColumn ofNulls() {
    return new Constant(Null.NULL);
  }

  private static @Nullable CompactColumn flat(Value[] values, SharedValues shared) {
    return switch (example(values)) {
      case Decimal _ -> Numbers.of(values);
      case Text _ -> Texts.of(values);
      case ListValue _ -> Lists.of(values, shared);
      case MapValue _ -> Maps.of(values, shared);
      case Null _, Bool _ -> null;
    };
  }

  /// One of the values, of the kind that all have that are not null; null when they have several.
  private static Value example(Value[] values) {
    Value example = Null.NULL;
    for (Value value : values) {
      if (example.isNull()) {
        example = value;
      } else if (!value.isNull() && value.rank() != example.rank()) {
        return Null.NULL;
      }
    }
    return example;
  }
}
