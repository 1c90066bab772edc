package dev.millrace.optimiser;

import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.Replacement;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Feed;
import dev.millrace.function.Require;
import dev.millrace.plan.Step;
import dev.millrace.value.JsonText;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Actions and expressions as people read them: `contains(lower(title), "shirt")`. Fields stand for
/// themselves, constants are JSON, components that are absent are left out.
public final class ShortForm {
  /// The components that name fields or variables; any other text is shown in quotes.
  private static final Set<String> NAMES =
      Set.of("let", "as", "field", "fields", "into", "on", "take", "by");

  private ShortForm() {}

  /// The short form of an action, an expression, a part of one, or words.
  public static String of(@Nullable Object part) {
    return of(part, true);
  }

  /// The short form of a step's action: of a conditional its condition alone, as its branches are
  /// steps of their own.
  public static String of(Step step) {
    return step.action() instanceof Conditional(var condition, _, _)
        ? "if(" + of(condition) + ")"
        : of(step.action());
  }

  private static String of(@Nullable Object part, boolean isName) {
    return switch (part) {
      case null -> "";
      case Field(var name) -> name;
      case Variable(var name) -> name;
      case Literal(var value) -> of(value);
      case Value value -> Require.shown(JsonText.of(value));
      case Feed feed -> feed.size() + " items";
      case SortKey key -> String.join(", ", parts(key));
      case Replacement(var from, var to) -> of(from) + ": " + of(to);
      case List<?> list ->
          list.stream().map(element -> of(element, isName)).collect(joining("[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + of(entry.getValue(), isName))
              .collect(joining("{", "}"));
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      case Record construct -> construct(construct);
      case String text when !isName -> Require.shown(JsonText.of(Text.of(text)));
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
      boolean isName = NAMES.contains(component.getName());
      if (part instanceof List<?> list && construct instanceof Expression) {
        list.forEach(element -> parts.add(of(element, isName)));
      } else if (part != null) {
        parts.add(of(part, isName));
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
