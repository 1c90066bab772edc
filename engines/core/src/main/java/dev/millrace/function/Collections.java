package dev.millrace.function;

import dev.millrace.expression.Direction;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  /// The elements in the order of their keys, ascending unless told; those with equal keys keep
  /// their order.
  ///
  /// @param keys the elements' keys, in the order of the elements
  public static ListValue sort(
      List<Value> elements, List<Value> keys, @Nullable Direction direction) {
    Comparator<Integer> byKey = Comparator.comparing(keys::get);
    boolean descending = direction == Direction.DESCENDING;
    return new ListValue(
        IntStream.range(0, elements.size())
            .boxed()
            .sorted(descending ? byKey.reversed() : byKey)
            .map(elements::get)
            .toList());
  }

  /// The elements without those whose key an earlier one has.
  ///
  /// @param keys the elements' keys, in the order of the elements
  public static ListValue distinct(List<Value> elements, List<Value> keys) {
    Set<Value> seen = new HashSet<>();
    return new ListValue(
        IntStream.range(0, elements.size())
            .filter(i -> seen.add(keys.get(i)))
            .mapToObj(elements::get)
            .toList());
  }
}
