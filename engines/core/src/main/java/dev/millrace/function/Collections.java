package dev.millrace.function;

import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Value;

/// Functions of lists and maps.
public final class Collections {
  private Collections() {}

  /// The element at a place, null when there is none; a negative place counts back from the end.
  public static Value elementAt(ListValue list, int index) {
    int size = list.elements().size();
    int place = index < 0 ? size + index : index;
    return place >= 0 && place < size ? list.elements().get(place) : Null.NULL;
  }

  /// How many elements or entries there are.
  public static int size(Value value) {
    return switch (value) {
      case ListValue(var elements) -> elements.size();
      case MapValue(var entries) -> entries.size();
      default -> Require.list(value).elements().size();
    };
  }
}
