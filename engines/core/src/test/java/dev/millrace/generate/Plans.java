package dev.millrace.generate;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.ItemAction.Explode;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.plan.PlanException;
import dev.millrace.plan.Step;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Generates plans for the generated feeds: every action, nested conditionals, item errors.
public final class Plans {
  private static final int DEPTH = 3;

  private final RandomGenerator random;
  private int renamed;

  /// Generates from a source of randomness.
  public Plans(RandomGenerator random) {
    this.random = random;
  }

  /// A plan for [Feeds#SCHEMA].
  public Plan plan() {
    return Plan.of(actions(1 + random.nextInt(6), 2, Feeds.SCHEMA), Feeds.SCHEMA);
  }

  /// A plan for [Feeds#SCHEMA] in which a rewrite is likely to find something to do.
  public Plan rewritable() {
    Plan plan = Plan.of(List.of(), Feeds.SCHEMA);
    for (int parts = 1 + random.nextInt(4); parts > 0; ) {
      Schema schema = plan.output();
      List<Action> actions = new ArrayList<>(plan.steps().stream().map(Step::action).toList());
      actions.addAll(
          schema.size() == 0 || random.nextInt(3) == 0
              ? List.of(action(schema, 1))
              : new Rewritable(random, schema).actions());
      Plan longer = planned(actions);
      parts -= longer == null ? 0 : 1;
      plan = longer == null ? plan : longer;
    }
    return plan;
  }

  /// The plan of some actions, null when a type does not fit.
  private static @Nullable Plan planned(List<Action> actions) {
    try {
      return Plan.of(actions, Feeds.SCHEMA);
    } catch (PlanException aTypeDoesNotFit) {
      return null;
    }
  }

  /// An expression over the items of [Feeds#SCHEMA].
  public Expression expression() {
    return expression(pick(Type.values()), Feeds.SCHEMA);
  }

  private List<Action> actions(int count, int nesting, Schema input) {
    var actions = new ArrayList<Action>();
    Schema schema = input;
    for (int i = 0; i < count; i++) {
      Action action = action(schema, nesting);
      actions.add(action);
      schema = Plan.of(List.of(action), schema).output();
    }
    return actions;
  }

  private Action action(Schema schema, int nesting) {
    if (schema.size() == 0) {
      return new RowNumber("row", null);
    }
    return switch (random.nextInt(nesting > 0 ? 27 : 24)) {
      case 0, 1 -> set(schema);
      case 2 -> new RemoveFields(List.of(field(schema)));
      case 3 -> new RenameFields(one(field(schema), "renamed" + renamed++));
      case 4 -> keep(schema);
      case 5, 6 -> new Filter(expression(Type.BOOLEAN, schema));
      case 7 -> explode(schema);
      case 8 -> new Limit(random.nextInt(40));
      case 9 -> new RowNumber("row", random.nextBoolean() ? null : 5L);
      case 10 -> scan(schema);
      case 11, 12, 13 -> new Aggregations(random, schema).action();
      case 14, 15, 16, 17, 18, 19, 20, 21, 22, 23 -> new RowActions(random, schema).action();
      default ->
          new Conditional(
              expression(Type.BOOLEAN, schema),
              actions(random.nextInt(3), nesting - 1, schema),
              actions(random.nextInt(3), nesting - 1, schema));
    };
  }

  private SetFields set(Schema schema) {
    var fields = new LinkedHashMap<String, Expression>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      Type type = pick(Type.values());
      String name = random.nextBoolean() ? field(schema) : "new" + random.nextInt(3);
      fields.put(name, expression(type, schema));
    }
    return new SetFields(fields);
  }

  private KeepFields keep(Schema schema) {
    List<String> names = new ArrayList<>(schema.names());
    java.util.Collections.shuffle(names, new java.util.Random(random.nextLong()));
    return new KeepFields(names.subList(0, Math.max(1, names.size() - random.nextInt(3))));
  }

  private Action explode(Schema schema) {
    List<String> lists =
        schema.columns().stream()
            .filter(column -> column.type() == Type.LIST)
            .map(column -> column.name())
            .toList();
    return lists.isEmpty()
        ? set(schema)
        : new Explode(lists.get(random.nextInt(lists.size())), random.nextBoolean() ? null : "one");
  }

  private Scan scan(Schema schema) {
    boolean number = random.nextBoolean();
    Type type = number ? Type.NUMBER : Type.TEXT;
    Expression step = new Expressions(random, schema, Map.of(Scan.PREVIOUS, type)).of(type, 2);
    return new Scan("running", number ? Decimal.ONE : Text.of("start"), step);
  }

  private Expression expression(Type type, Schema schema) {
    return new Expressions(random, schema, Map.of()).of(type, random.nextInt(DEPTH + 1));
  }

  private String field(Schema schema) {
    return schema.names().get(random.nextInt(schema.size()));
  }

  private <T> T pick(T[] candidates) {
    return candidates[random.nextInt(candidates.length)];
  }

  private static SequencedMap<String, String> one(String key, String value) {
    var map = new LinkedHashMap<String, String>();
    map.put(key, value);
    return map;
  }
}
