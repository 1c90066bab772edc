package dev.millrace.io.plan;

import dev.millrace.action.Action;
import dev.millrace.action.Aggregate;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Feed;
import dev.millrace.io.file.DidYouMean;
import dev.millrace.io.file.InputException;
import dev.millrace.io.json.JsonValues;
import dev.millrace.plan.Suggestion;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;

/// Makes records from JSON by the types of their components.
///
/// What does not fit is noted with its path, and reading goes on, so that all problems of a plan
/// are found at once; whatever holds a problem is null.
final class ConstructReader {
  private static final Map<Class<?>, Family> FAMILIES =
      Map.of(
          Action.class, new Family(Action.class),
          Aggregate.class, new Family(Aggregate.class),
          Expression.class, new Family(Expression.class));

  private final Path plan;
  private final Mistakes mistakes;

  /// A reader.
  ///
  /// @param plan the plan's file, from which the paths of tables start
  /// @param mistakes where it notes what it finds wrong
  ConstructReader(Path plan, Mistakes mistakes) {
    this.plan = plan;
    this.mistakes = mistakes;
  }

  /// Actions of a JSON array.
  List<Action> actions(JsonNode node, String path) {
    var actions = new ArrayList<Action>();
    if (list(Action.class, node, path) instanceof List<?> list) {
      list.forEach(action -> actions.add((Action) action));
    }
    return actions;
  }

  private @Nullable Object read(Type type, JsonNode node, String path) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      return generic.getRawType() == List.class ? list(last, node, path) : map(last, node, path);
    }
    return plain((Class<?>) type, node, path);
  }

  private @Nullable Object plain(Class<?> type, JsonNode node, String path) {
    Family family = FAMILIES.get(type);
    if (family != null) {
      return member(type, family, node, path);
    }
    if (type == Feed.class) {
      return table(node, path);
    }
    if (type.isRecord()) {
      return node.isObject()
          ? construct(type, Family.fields(type), node, path)
          : mistakes.wrong("an object", node, path);
    }
    return type.isEnum() ? constant(type, node, path) : scalar(type, node, path);
  }

  private @Nullable Object table(JsonNode node, String path) {
    if (!node.isString() && !node.isContainer()) {
      return mistakes.wrong("a path, a list of objects, or an object", node, path);
    }
    Object table =
        node.isObject()
            ? construct(Table.class, Family.fields(Table.class), node, path)
            : Table.of(node);
    try {
      return table == null ? null : ((Table) table).read(plan);
    } catch (InputException unreadable) {
      return mistakes.add(path, String.valueOf(unreadable.getMessage()));
    }
  }

  private @Nullable Object list(Type element, JsonNode node, String path) {
    if (!node.isArray()) {
      return mistakes.wrong("a list", node, path);
    }
    var elements = new ArrayList<>();
    int size = 0;
    for (JsonNode part : node) {
      Object read = read(element, part, path + "[" + size++ + "]");
      if (read != null) {
        elements.add(read);
      }
    }
    return elements.size() == size ? List.copyOf(elements) : null;
  }

  private @Nullable Object map(Type value, JsonNode node, String path) {
    if (!node.isObject()) {
      return mistakes.wrong("an object", node, path);
    }
    var entries = new LinkedHashMap<String, Object>();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      Object read = read(value, property.getValue(), path + "." + property.getKey());
      if (read != null) {
        entries.put(property.getKey(), read);
      }
    }
    return entries.size() == node.size() ? Collections.unmodifiableSequencedMap(entries) : null;
  }

  private @Nullable Object member(Class<?> type, Family family, JsonNode node, String path) {
    if (node.isObject()) {
      Class<?> construct = family.choose(node.propertyNames());
      return construct == null
          ? unknownConstruct(noun(type), family, node, path)
          : construct(construct, Family.components(construct), node, path);
    }
    if (type != Expression.class) {
      return mistakes.wrong("an " + noun(type) + ", which is an object", node, path);
    }
    if (node.isArray()) {
      return mistakes.add(path, "wants an expression; a constant list is {\"literal\": [...]}");
    }
    Object constant = value(node, path);
    return constant == null ? null : new Literal((Value) constant);
  }

  private @Nullable Object construct(
      Class<?> type, Map<String, RecordComponent> components, JsonNode node, String path) {
    if (components.isEmpty()) {
      return bare(type, node, path);
    }
    int before = mistakes.count();
    for (String key : node.propertyNames()) {
      if (!components.containsKey(key)) {
        mistakes.unknown(path, "key of " + Construct.name(type), key, components.keySet());
      }
    }
    var arguments = new ArrayList<@Nullable Object>();
    components.forEach(
        (key, component) -> arguments.add(component(key, component, node, path + "." + key)));
    return mistakes.count() == before ? create(type, arguments, path) : null;
  }

  /// A construct without components: its name is there, and true.
  private @Nullable Object bare(Class<?> type, JsonNode node, String path) {
    String name = Construct.name(type);
    for (String key : node.propertyNames()) {
      if (!key.equals(name)) {
        return mistakes.unknown(path, "key of " + name, key, List.of(name));
      }
    }
    JsonNode mark = node.get(name);
    return mark.isBoolean() && mark.booleanValue()
        ? create(type, List.of(), path)
        : mistakes.wrong("true", mark, path + "." + name);
  }

  private @Nullable Object component(
      String key, RecordComponent component, JsonNode node, String path) {
    JsonNode part = node.get(key);
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (part != null && !(optional && part.isNull())) {
      return read(component.getGenericType(), part, path);
    }
    if (optional) {
      return null;
    }
    if (key.equals("else")) {
      return component.getType() == List.class ? List.of() : new Literal(Null.NULL);
    }
    return mistakes.add(path, "is missing");
  }

  private @Nullable Object create(Class<?> type, List<@Nullable Object> arguments, String path) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(arguments.toArray());
    } catch (InvocationTargetException refused) {
      Throwable cause = Objects.requireNonNullElse(refused.getCause(), refused);
      return mistakes.add(path, String.valueOf(cause.getMessage()));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("no canonical constructor of " + type, impossible);
    }
  }

  private @Nullable Object constant(Class<?> type, JsonNode node, String path) {
    if (!node.isString()) {
      return mistakes.wrong("a text", node, path);
    }
    var names = new LinkedHashMap<String, Object>();
    for (Object constant : type.getEnumConstants()) {
      names.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
    }
    Object constant = names.get(node.stringValue().toLowerCase(Locale.ROOT));
    if (constant != null) {
      return constant;
    }
    String name = node.stringValue();
    String known = String.join(", ", names.keySet());
    String hint = DidYouMean.hint(name, names.keySet());
    return mistakes.add(path, "'" + name + "' is none of " + known + hint);
  }

  private @Nullable Object scalar(Class<?> type, JsonNode node, String path) {
    if (type == Value.class) {
      return value(node, path);
    }
    if (type == JsonNode.class) {
      return node;
    }
    if (type == String.class) {
      return node.isString() ? node.stringValue() : mistakes.wrong("a text", node, path);
    }
    if (type == boolean.class || type == Boolean.class) {
      return node.isBoolean()
          ? (Object) node.booleanValue()
          : mistakes.wrong("true or false", node, path);
    }
    if (type == Decimal.class) {
      return node.isNumber() ? value(node, path) : mistakes.wrong("a number", node, path);
    }
    if (!node.isNumber()) {
      return mistakes.wrong("a whole number", node, path);
    }
    return whole(type, node.decimalValue(), path);
  }

  private @Nullable Object whole(Class<?> type, BigDecimal number, String path) {
    boolean isInt = type == int.class || type == Integer.class;
    try {
      return isInt ? (Object) number.intValueExact() : (Object) number.longValueExact();
    } catch (ArithmeticException notWhole) {
      String range =
          isInt
              ? Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
              : Long.MIN_VALUE + " to " + Long.MAX_VALUE;
      return mistakes.add(path, "wants a whole number from " + range + ", not " + number);
    }
  }

  private @Nullable Object value(JsonNode node, String path) {
    try (JsonParser parser = node.traverse(ObjectReadContext.empty())) {
      parser.nextToken();
      return JsonValues.read(parser);
    } catch (ArithmeticException tooLong) {
      return mistakes.add(path, String.valueOf(tooLong.getMessage()));
    }
  }

  private @Nullable Object unknownConstruct(
      String noun, Family family, JsonNode node, String path) {
    if (node.isEmpty()) {
      return mistakes.add(path, "wants an " + noun + ", not an empty object");
    }
    String first = node.propertyNames().iterator().next();
    String likely =
        node.propertyNames().stream()
            .filter(key -> Suggestion.near(key, family.names()) != null)
            .findFirst()
            .orElse(first);
    return mistakes.unknown(path, noun, likely, family.names());
  }

  private static String noun(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
