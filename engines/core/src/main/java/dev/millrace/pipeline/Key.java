package dev.millrace.pipeline;

import dev.millrace.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values that an aggregation sorts or groups an item by. Immutable: the array that is given is
/// owned by the key. The hash is computed once, the keys of an aggregation being looked up often.
public final class Key implements Comparable<Key> {
  /// The key without values; all entries have it where nothing tells them apart.
  public static final Key EMPTY = new Key();

  private final Value[] values;
  private final int hash;

  /// A key that owns `values`.
  public Key(Value... values) {
    this.values = values;
    this.hash = Arrays.hashCode(values);
  }

  /// The value at a place.
  public Value get(int place) {
    return values[place];
  }

  /// How many values the key has.
  public int size() {
    return values.length;
  }

  /// A copy of the values with room for `size` of them; places beyond this key's are null pointers.
  public Value[] copy(int size) {
    return Arrays.copyOf(values, size);
  }

  /// Compares value by value in the total order of values.
  @Override
  public int compareTo(Key other) {
    return Arrays.compare(values, other.values);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Key other && hash == other.hash && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
