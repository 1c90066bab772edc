package dev.millrace.vector;

import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column of maps: four bytes for each, a column of the keys of all and one of their values.
final class Maps implements Vector {
  private static final int ABSENT = 0;
  private static final int PRESENT = 1;

  private final Bounds bounds;
  private final Vector keys;
  private final Vector values;

  private Maps(Bounds bounds, Vector keys, Vector values) {
    this.bounds = bounds;
    this.keys = keys;
    this.values = values;
  }

  @Override
  public Value get(int index) {
    if (bounds.mark(index) == ABSENT) {
      return Null.NULL;
    }
    Map<String, Value> entries = new HashMap<>();
    for (int i = bounds.from(index); i < bounds.to(index); i++) {
      entries.put(((Text) keys.get(i)).value(), values.get(i));
    }
    return MapValue.of(entries);
  }

  /// The column of maps and nulls.
  ///
  /// @return the column, or null when the maps have too many entries for one array
  static @Nullable Maps of(Value[] maps, SharedValues shared) {
    var bounds = new Bounds(maps.length);
    for (Value map : maps) {
      boolean added =
          map instanceof MapValue(var entries)
              ? bounds.add(entries.size(), PRESENT)
              : bounds.add(0, ABSENT);
      if (!added) {
        return null;
      }
    }
    var keys = new Value[bounds.total()];
    var values = new Value[bounds.total()];
    int next = 0;
    for (Value map : maps) {
      if (map instanceof MapValue(var entries)) {
        for (Map.Entry<String, Value> entry : entries.entrySet()) {
          keys[next] = Text.of(entry.getKey());
          values[next++] = entry.getValue();
        }
      }
    }
    return new Maps(bounds, Vector.of(keys, shared), Vector.of(values, shared));
  }
}
