package dev.millrace.vector;

import dev.millrace.value.Bool;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of a field that compact columns keep as objects, equal ones once. Of these there are
/// never more than a bound; it is what keeps a column without repetitions from being one of objects
/// after all.
///
/// For one thread.
public final class SharedValues {
  private final int most;
  private final Map<Value, Value> known = new HashMap<>();

  /// No values yet.
  ///
  /// @param most how many values are kept at the most; null, true and false do not count
  public SharedValues(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("most: " + most);
    }
    this.most = most;
  }

  /// Puts the shared instances of some values, which are all different, in their places.
  ///
  /// @return the values, or null when that would be too many; then none is taken up
  Value @Nullable [] share(Value[] values) {
    int fresh = 0;
    for (Value value : values) {
      fresh += isFree(value) || known.containsKey(value) ? 0 : 1;
    }
    if (fresh > most - known.size()) {
      return null;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = shared(values[i]);
    }
    return values;
  }

  private Value shared(Value value) {
    if (isFree(value)) {
      return value;
    }
    Value before = known.putIfAbsent(value, value);
    return before == null ? value : before;
  }

  private static boolean isFree(Value value) {
    return value instanceof Null || value instanceof Bool;
  }
}
