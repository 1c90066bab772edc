package dev.millrace.generate;

import dev.millrace.action.Action;
import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.Expression;
import dev.millrace.plan.Plan;
import dev.millrace.plan.PlanException;
import dev.millrace.plan.Step;
import dev.millrace.value.Text;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds constructs: which there are, and where they occur in generated plans.
public final class Constructs {
  private static final long SEEDS = 3_000;
  private static final Map<Class<?>, List<Expression>> OCCURRENCES = new HashMap<>();
  private static final Map<Class<?>, List<Action>> ACTIONS = new HashMap<>();

  static {
    for (long seed = 0; seed < SEEDS; seed++) {
      for (Step step : new Plans(new SplittableRandom(seed)).plan().steps()) {
        walk(step.action(), Constructs::noteExpression);
        noteAction(step.action());
      }
    }
  }

  private Constructs() {}

  /// The records of a sealed family.
  public static Stream<Class<?>> records(Class<?> family) {
    return family.isRecord()
        ? Stream.of(family)
        : Arrays.stream(family.getPermittedSubclasses()).flatMap(Constructs::records);
  }

  /// Visits a construct and all that it is made of.
  public static void walk(Object construct, Consumer<Object> visitor) {
    visitor.accept(construct);
    for (RecordComponent component : construct.getClass().getRecordComponents()) {
      try {
        walkValue(component.getAccessor().invoke(construct), visitor);
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError(component.toString(), impossible);
      }
    }
  }

  private static void walkValue(@Nullable Object value, Consumer<Object> visitor) {
    switch (value) {
      case List<?> list -> list.forEach(element -> walkValue(element, visitor));
      case Map<?, ?> map -> map.values().forEach(element -> walkValue(element, visitor));
      case Expression expression -> walk(expression, visitor);
      case Action action -> walk(action, visitor);
      case Aggregate aggregate -> walk(aggregate, visitor);
      case SortKey key -> walk(key, visitor);
      case null, default -> {}
    }
  }

  /// Expressions of a kind from generated plans, which need no variable from outside and may stand
  /// over the generated feeds.
  public static List<Expression> samples(Class<?> kind, int count) {
    if (kind == Variable.class) {
      return List.of(new Let("x", new Literal(Text.of("held")), new Variable("x")));
    }
    return OCCURRENCES.getOrDefault(kind, List.of()).stream()
        .filter(Constructs::isFit)
        .limit(count)
        .toList();
  }

  /// Actions of a kind, or with an aggregate of a kind, from generated plans, which may stand over
  /// the generated feeds.
  public static List<Action> actions(Class<?> kind, int count) {
    return ACTIONS.getOrDefault(kind, List.of()).stream()
        .filter(Constructs::isFit)
        .limit(count)
        .toList();
  }

  private static void noteExpression(Object part) {
    if (part instanceof Expression expression) {
      OCCURRENCES.computeIfAbsent(part.getClass(), _ -> new ArrayList<>()).add(expression);
    }
  }

  private static void noteAction(Action action) {
    ACTIONS.computeIfAbsent(action.getClass(), _ -> new ArrayList<>()).add(action);
    if (action instanceof Group(_, var into)) {
      into.values()
          .forEach(aggregate ->
              ACTIONS.computeIfAbsent(aggregate.getClass(), _ -> new ArrayList<>()).add(action));
    }
  }

  private static boolean isFit(Expression expression) {
    return isFit(new SetFields(new TreeMap<>(Map.of("made", expression))));
  }

  private static boolean isFit(Action action) {
    try {
      Plan.of(List.of(action), Feeds.SCHEMA);
      return true;
    } catch (PlanException unfit) {
      return false;
    }
  }
}
