package dev.millrace.value;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A map from texts to values, its keys sorted by code points. Maps are ordered entry by entry, key
/// before value; a map comes before every longer map that begins with it.
///
/// @param entries the entries in the order of their keys, copied
public record MapValue(SortedMap<String, Value> entries) implements Value {
  /// The map without entries.
  public static final MapValue EMPTY = of(Map.of());

  /// Copies the entries.
  public MapValue {
    var sorted = new TreeMap<String, Value>(Text::compareCodePoints);
    sorted.putAll(entries);
    entries = Collections.unmodifiableSortedMap(sorted);
  }

  /// A map value of the given entries.
  public static MapValue of(Map<String, Value> entries) {
    var sorted = new TreeMap<String, Value>(Text::compareCodePoints);
    sorted.putAll(entries);
    return new MapValue(sorted);
  }

  /// The value under a key, null when there is none.
  public Value get(String key) {
    return entries.getOrDefault(key, Null.NULL);
  }

  /// This map with one entry more, or with another value under a key it has.
  public MapValue put(String key, Value value) {
    var changed = new TreeMap<>(entries);
    changed.put(key, value);
    return new MapValue(changed);
  }

  @Override
  public int rank() {
    return 5;
  }

  @Override
  public int compareSameKind(Value other) {
    Iterator<Map.Entry<String, Value>> rights = ((MapValue) other).entries.entrySet().iterator();
    for (Map.Entry<String, Value> left : entries.entrySet()) {
      if (!rights.hasNext()) {
        return 1;
      }
      Map.Entry<String, Value> right = rights.next();
      int byKey = Text.compareCodePoints(left.getKey(), right.getKey());
      int byEntry = byKey != 0 ? byKey : left.getValue().compareTo(right.getValue());
      if (byEntry != 0) {
        return byEntry;
      }
    }
    return rights.hasNext() ? -1 : 0;
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
