package dev.millrace.expression;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The form that the records of expressions, actions and aggregates have in plan files, derived
/// from the records themselves.
///
/// A construct is a JSON object. Its name is the record's in snake case and is the key of the first
/// component; every other component has its own key. `Divide(left, by, scale)` is `{"divide": …,
/// "by": …, "scale": 2}`. A component that may be null may be left out; where there is none, the
/// name holds true: `{"reverse": true}`. The same keys make the paths that errors name:
/// `actions[2].set.price.divide`.
public final class Construct {
  private static final Map<String, String> KEYS = Map.of("otherwise", "else", "nullOrder", "nulls");

  private static final Map<String, String> NAMES =
      Map.of(
          "SetFields", "set",
          "RemoveFields", "remove",
          "RenameFields", "rename",
          "KeepFields", "keep",
          "Conditional", "if");

  private static final ClassValue<Form> FORMS =
      new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> construct) {
          return Form.of(construct);
        }
      };

  private Construct() {}

  /// What is known of a class of constructs: looking it up takes longer than using it.
  private record Form(List<Part> parts, Constructor<?> constructor) {
    static Form of(Class<?> construct) {
      RecordComponent[] components = construct.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Form(
            Arrays.stream(components)
                .map(component -> new Part("." + key(construct, component), component))
                .toList(),
            construct.getDeclaredConstructor(types));
      } catch (NoSuchMethodException impossible) {
        throw new IllegalStateException(construct.toString(), impossible);
      }
    }
  }

  /// A component and its key in a path.
  private record Part(String path, RecordComponent component) {
    @Nullable Object of(Object owner) {
      return read(component, owner);
    }
  }

  /// A part of a construct and the path to it from the construct.
  ///
  /// @param path such as `.by` or `.concat[1]`
  /// @param expression the part
  public record Child(String path, Expression expression) {}

  /// The name of a construct: `parse_number` for `ParseNumber`.
  public static String name(Class<?> construct) {
    String name = construct.getSimpleName();
    return NAMES.getOrDefault(name, snake(name));
  }

  /// The JSON key of a component of a construct.
  public static String key(Class<?> construct, RecordComponent component) {
    String firstName = construct.getRecordComponents()[0].getName();
    boolean first = component.getName().equals(firstName);
    return first
        ? name(construct)
        : KEYS.getOrDefault(component.getName(), snake(component.getName()));
  }

  /// The expressions that an expression is made of, in the order of its components.
  public static List<Child> children(Expression expression) {
    var children = new ArrayList<Child>();
    for (Part part : FORMS.get(expression.getClass()).parts()) {
      addChildren(part.path(), part.of(expression), children);
    }
    return children;
  }

  /// The path from an expression to one of its parts, the very object; empty for the expression
  /// itself.
  ///
  /// @return the path, or null when the part does not occur
  @SuppressWarnings(
      "ReferenceEquality") // the very object is looked for: equal parts stand in many places
  public static @Nullable String pathTo(Expression part, Expression whole) {
    if (part == whole) {
      return "";
    }
    for (Child child : children(whole)) {
      String path = pathTo(part, child.expression());
      if (path != null) {
        return child.path() + path;
      }
    }
    return null;
  }

  private static void addChildren(String path, @Nullable Object value, List<Child> children) {
    switch (value) {
      case Expression part -> children.add(new Child(path, part));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          addChildren(path + "[" + i + "]", list.get(i), children);
        }
      }
      case Map<?, ?> map ->
          new TreeMap<>(map).forEach((key, part) -> addChildren(path + "." + key, part, children));
      case null, default -> {}
    }
  }

  /// An expression with other expressions for those that it is made of, which are changed in the
  /// order of [#children].
  public static Expression rebuilt(Expression expression, UnaryOperator<Expression> change) {
    Form form = FORMS.get(expression.getClass());
    Object[] arguments =
        form.parts().stream().map(part -> changed(part.of(expression), change)).toArray();
    try {
      return (Expression) form.constructor().newInstance(arguments);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(expression.toString(), impossible);
    }
  }

  private static @Nullable Object changed(@Nullable Object part, UnaryOperator<Expression> change) {
    return switch (part) {
      case Expression expression -> change.apply(expression);
      case List<?> list -> {
        var changed = new ArrayList<>();
        list.forEach(element -> changed.add(changed(element, change)));
        yield List.copyOf(changed);
      }
      case Map<?, ?> map -> {
        var changed = new TreeMap<Object, @Nullable Object>();
        new TreeMap<>(map).forEach((key, value) -> changed.put(key, changed(value, change)));
        yield changed;
      }
      case null, default -> part;
    };
  }

  private static @Nullable Object read(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(component + " of " + owner, impossible);
    }
  }

  private static String snake(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
