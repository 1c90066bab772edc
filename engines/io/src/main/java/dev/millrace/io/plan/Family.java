package dev.millrace.io.plan;

import dev.millrace.expression.Construct;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The constructs of a sealed interface by their names: all records that it permits, directly or
/// not.
public final class Family {
  private final Map<String, Class<?>> constructs = new TreeMap<>();

  /// The family of a sealed interface.
  public Family(Class<?> sealed) {
    addRecords(sealed);
  }

  private void addRecords(Class<?> type) {
    if (type.isRecord()) {
      constructs.put(Construct.name(type), type);
    } else {
      Arrays.stream(type.getPermittedSubclasses()).forEach(this::addRecords);
    }
  }

  /// The records by their names, sorted.
  public Map<String, Class<?>> constructs() {
    return Map.copyOf(constructs);
  }

  /// The names of all constructs.
  Set<String> names() {
    return constructs.keySet();
  }

  /// The record that an object with the given keys writes: one whose name is among the keys, and of
  /// several the one that has the most of the other keys, too.
  ///
  /// @return the record, or null when no key is a name
  @Nullable Class<?> choose(Collection<String> keys) {
    return keys.stream()
        .filter(constructs::containsKey)
        .<Class<?>>map(constructs::get)
        .max(Comparator.comparingInt(record -> covered(record, keys)))
        .orElse(null);
  }

  private static int covered(Class<?> construct, Collection<String> keys) {
    var shared = new HashSet<>(keys);
    shared.retainAll(components(construct).keySet());
    return shared.size();
  }

  /// The components of a construct by their keys, in order.
  static Map<String, RecordComponent> components(Class<?> construct) {
    var components = new LinkedHashMap<String, RecordComponent>();
    for (RecordComponent component : List.of(construct.getRecordComponents())) {
      components.put(Construct.key(construct, component), component);
    }
    return components;
  }

  /// The components of a record that is no construct by their keys, in order: the first one has a
  /// key of its own name, too.
  static Map<String, RecordComponent> fields(Class<?> plain) {
    var fields = new LinkedHashMap<String, RecordComponent>();
    components(plain)
        .forEach((key, component) ->
            fields.put(fields.isEmpty() ? component.getName() : key, component));
    return fields;
  }
}
