package dev.millrace.value;

import java.util.Iterator;
import java.util.List;

/// A list of values, ordered element by element; a list comes before every longer list that begins
/// with it.
///
/// @param elements the elements, copied
public record ListValue(List<Value> elements) implements Value {
  /// The list without elements.
  public static final ListValue EMPTY = new ListValue(List.of());

  /// Copies the elements.
  public ListValue {
    elements = List.copyOf(elements);
  }

  @Override
  public int rank() {
    return 4;
  }

  @Override
  public int compareSameKind(Value other) {
    Iterator<Value> right = ((ListValue) other).elements.iterator();
    for (Value left : elements) {
      if (!right.hasNext()) {
        return 1;
      }
      int byElement = left.compareTo(right.next());
      if (byElement != 0) {
        return byElement;
      }
    }
    return right.hasNext() ? -1 : 0;
  }

  @Override
  public String toString() {
    return elements.toString();
  }
}
