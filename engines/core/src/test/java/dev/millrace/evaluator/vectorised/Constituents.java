package dev.millrace.evaluator.vectorised;

import dev.millrace.action.Action;
import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Expression;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds in a construct what may be read from a column, expressions and names of fields, and puts a
/// column there.
final class Constituents {
  private final Object construct;
  private final int chosen;
  private final String column;
  private final List<Constituent> found = new ArrayList<>();

  private Constituents(Object construct, int chosen, String column) {
    this.construct = construct;
    this.chosen = chosen;
    this.column = column;
  }

  /// A part of a construct.
  ///
  /// @param owner the record that it is a component of: an aggregate, or else the construct itself
  /// @param name its components' names
  /// @param index how many stand before it
  record Constituent(Class<?> owner, String name, int index) {}

  /// The parts of a construct. Those of an action that are texts need not all be names of fields.
  static List<Constituent> of(Object construct) {
    var constituents = new Constituents(construct, -1, "");
    constituents.rebuilt();
    return constituents.found;
  }

  /// A construct one part of which is read from a column.
  static Object reading(Object construct, Constituent operand, String column) {
    return new Constituents(construct, operand.index(), column).rebuilt();
  }

  private Object rebuilt() {
    return rebuilt(construct, construct.getClass(), "");
  }

  private Object rebuilt(Object part, Class<?> owner, String path) {
    RecordComponent[] components = part.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var values = new @Nullable Object[components.length];
      for (int i = 0; i < values.length; i++) {
        Object value = components[i].getAccessor().invoke(part);
        values[i] = changed(value, owner, path + "." + components[i].getName());
      }
      return part.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(part.toString(), impossible);
    }
  }

  private @Nullable Object changed(@Nullable Object value, Class<?> owner, String path) {
    return switch (value) {
      case Expression expression -> isChosen(owner, path) ? new Field(column) : expression;
      case String text when mayNameFields() -> isChosen(owner, path) ? column : text;
      case Aggregate aggregate -> rebuilt(aggregate, aggregate.getClass(), "");
      case SortKey key -> rebuilt(key, owner, path);
      case List<?> list -> {
        var changed = new ArrayList<@Nullable Object>();
        list.forEach(element -> changed.add(changed(element, owner, path)));
        yield changed;
      }
      case Map<?, ?> map -> {
        var changed = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        map.forEach((key, element) ->
            changed.put(changed(key, owner, path + ".key"), changed(element, owner, path)));
        yield changed;
      }
      case null, default -> value;
    };
  }

  private boolean mayNameFields() {
    return construct instanceof Action || construct instanceof Field;
  }

  private boolean isChosen(Class<?> owner, String path) {
    var operand = new Constituent(owner, path.substring(1), found.size());
    found.add(operand);
    return operand.index() == chosen;
  }
}
