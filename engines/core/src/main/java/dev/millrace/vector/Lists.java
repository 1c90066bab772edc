package dev.millrace.vector;

import dev.millrace.value.ListValue;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of lists: four bytes for each, and a column of the elements of all.
final class Lists implements Vector {
  private static final int ABSENT = 0;
  private static final int PRESENT = 1;

  private final Bounds bounds;
  private final Vector elements;

  private Lists(Bounds bounds, Vector elements) {
    this.bounds = bounds;
    this.elements = elements;
  }

  @Override
  public Value get(int index) {
    if (bounds.mark(index) == ABSENT) {
      return Null.NULL;
    }
    int from = bounds.from(index);
    var list = new Value[bounds.to(index) - from];
    for (int i = 0; i < list.length; i++) {
      list[i] = elements.get(from + i);
    }
    return new ListValue(List.of(list));
  }

  /// The column of lists and nulls.
  ///
  /// @return the column, or null when the lists have too many elements for one array
  static @Nullable Lists of(Value[] values, SharedValues shared) {
    var bounds = new Bounds(values.length);
    for (Value value : values) {
      boolean added =
          value instanceof ListValue(var list)
              ? bounds.add(list.size(), PRESENT)
              : bounds.add(0, ABSENT);
      if (!added) {
        return null;
      }
    }
    var elements = new Value[bounds.total()];
    int next = 0;
    for (Value value : values) {
      if (value instanceof ListValue(var list)) {
        for (Value element : list) {
          elements[next++] = element;
        }
      }
    }
    return new Lists(bounds, Vector.of(elements, shared));
  }
}
