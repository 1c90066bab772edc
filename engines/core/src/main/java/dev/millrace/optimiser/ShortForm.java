package dev.millrace.optimiser;

import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.Replacement;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Feed;
import dev.millrace.function.Require;
import dev.millrace.value.JsonText;
import dev.millrace.value.Value;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Actions and expressions as people read them: `contains(lower(title), "shirt")`. Fields stand for
/// themselves, constants are JSON, components that are absent are left out.
public final class ShortForm {
  private ShortForm() {}

  /// The short form of an action, an expression, or a part of one.
  public static String of(@Nullable Object part) {
    return switch (part) {
      case null -> "";
      case Field(var name) -> name;
      case Variable(var name) -> name;
      case Literal(var value) -> of(value);
      case Value value -> Require.shown(JsonText.of(value));
      case Feed feed -> feed.size() + " items";
      case SortKey key -> String.join(", ", parts(key));
      case Replacement(var from, var to) -> of(from) + ": " + of(to);
      case List<?> list -> list.stream().map(ShortForm::of).collect(joining("[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
              .collect(joining("{", "}"));
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      case Record construct -> construct(construct);
      default -> part.toString();
    };
  }

  private static Collector<CharSequence, ?, String> joining(String open, String close) {
    return Collectors.joining(", ", open, close);
  }

  private static String construct(Record construct) {
    return Construct.name(construct.getClass()) + "(" + String.join(", ", parts(construct)) + ")";
  }

  private static List<String> parts(Record construct) {
    var parts = new ArrayList<String>();
    for (RecordComponent component : construct.getClass().getRecordComponents()) {
      Object part = read(component, construct);
      if (part instanceof List<?> list && construct instanceof Expression) {
        list.forEach(element -> parts.add(of(element)));
      } else if (part != null) {
        parts.add(of(part));
      }
    }
    return parts;
  }

  private static @Nullable Object read(RecordComponent component, Record owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(component + " of " + owner, impossible);
    }
  }
}
