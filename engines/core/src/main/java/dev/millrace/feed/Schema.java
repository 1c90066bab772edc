package dev.millrace.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of a feed, in order, their names unique. Immutable.
public final class Schema {
  /// The schema without columns.
  public static final Schema EMPTY = new Schema(List.of());

  private final List<Column> columns;
  private final Map<String, Integer> places;

  /// A schema of the given columns.
  ///
  /// @throws IllegalArgumentException if two columns share a name
  public Schema(List<Column> columns) {
    this.columns = List.copyOf(columns);
    this.places = HashMap.newHashMap(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      if (places.put(columns.get(i).name(), i) != null) {
        throw new IllegalArgumentException("two columns named '" + columns.get(i).name() + "'");
      }
    }
  }

  /// A schema of the given columns.
  public static Schema of(Column... columns) {
    return new Schema(List.of(columns));
  }

  /// The columns, in order.
  public List<Column> columns() {
    return columns;
  }

  /// The names of the columns, in order.
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /// How many columns there are.
  public int size() {
    return columns.size();
  }

  /// The place of a column, or -1 when there is none of that name.
  public int indexOf(String name) {
    Integer place = places.get(name);
    return place == null ? -1 : place;
  }

  /// Whether there is a column of that name.
  public boolean contains(String name) {
    return places.containsKey(name);
  }

  /// The type of a column, or null when there is none of that name.
  public @Nullable Type typeOf(String name) {
    Integer place = places.get(name);
    return place == null ? null : columns.get(place).type();
  }

  /// This schema with a column changed in its place, or added at the end when it is new.
  public Schema with(Column column) {
    var changed = new ArrayList<>(columns);
    Integer place = places.get(column.name());
    if (place == null) {
      changed.add(column);
    } else {
      changed.set(place, column);
    }
    return new Schema(changed);
  }

  /// The schema of items that have either this schema or another: this one's columns, then those
  /// that only the other has. A column whose types differ may hold any value.
  public Schema union(Schema other) {
    Schema union = this;
    for (Column column : other.columns) {
      Type here = typeOf(column.name());
      union = union.with(here == null ? column : new Column(column.name(), here.or(column.type())));
    }
    return union;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Schema other && columns.equals(other.columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  @Override
  public String toString() {
    return columns.stream()
        .map(column -> column.name() + ":" + column.type())
        .collect(Collectors.joining(", "));
  }
}
