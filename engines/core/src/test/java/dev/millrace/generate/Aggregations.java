package dev.millrace.generate;

import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Implode;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.Rank;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.action.AggregateAction.Tail;
import dev.millrace.action.AggregateAction.Top;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Generates aggregating actions for items of a schema. Half of the keys are a field as it is, so
/// that keys meet again; the others are any expression.
///
/// @param random a source of randomness
/// @param schema the schema
record Aggregations(RandomGenerator random, Schema schema) {
  /// An aggregating action.
  AggregateAction action() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> new Sort(sortKeys());
      case 2 -> new Top(random.nextInt(12), sortKeys());
      case 3 -> new Rank(anyName("rank"), sortKeys(), maybe(random.nextBoolean()));
      case 4 -> new Reverse();
      case 5 -> new Tail(random.nextInt(12));
      case 6, 7 -> group();
      case 8 -> countDistinct();
      case 9 -> new Implode(field(), List.of(key()), maybe(anyName("all")));
      default -> deduplicate();
    };
  }

  private List<SortKey> sortKeys() {
    var keys = new ArrayList<SortKey>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      SortOrder order = maybe(pick(SortOrder.values()));
      keys.add(new SortKey(key(), order, maybe(pick(NullOrder.values()))));
    }
    return keys;
  }

  private Group group() {
    List<String> by = by();
    var into = new LinkedHashMap<String, Aggregate>();
    into.put("count", new Aggregate.Count(expression(Type.ANY)));
    into.put("sum", new Aggregate.Sum(expression(Type.NUMBER)));
    into.put("least", new Aggregate.Min(expression(Type.ANY)));
    into.put("most", new Aggregate.Max(expression(Type.ANY)));
    into.put("mean", new Aggregate.Avg(expression(Type.NUMBER), 3, RoundingMode.HALF_UP));
    into.put("first", new Aggregate.First(expression(Type.ANY)));
    into.put("text", new Aggregate.Concat(expression(Type.ANY), maybe("; ")));
    into.put("different", new Aggregate.CountDistinct(expression(Type.ANY)));
    into.put("list", new Aggregate.Implode(expression(Type.ANY)));
    by.forEach(into::remove);
    return new Group(by, into);
  }

  private CountDistinct countDistinct() {
    List<String> by = by();
    String into = by.contains("different") ? "others" : "different";
    return new CountDistinct(expression(Type.ANY), by, into);
  }

  private Deduplicate deduplicate() {
    Keep keep = pick(Keep.values());
    Expression of =
        switch (keep) {
          case MIN, MAX -> key();
          case FIRST, LAST, NONE -> null;
        };
    return new Deduplicate(List.of(key()), keep, of);
  }

  private List<String> by() {
    return random.nextInt(5) == 0 ? List.of() : List.of(keyField());
  }

  private Expression key() {
    return random.nextBoolean() ? new Field(keyField()) : expression(Type.ANY);
  }

  private Expression expression(Type type) {
    return new Expressions(random, schema, Map.of()).of(type, random.nextInt(3));
  }

  private String keyField() {
    return schema.contains("key") && random.nextBoolean() ? "key" : field();
  }

  private String field() {
    return schema.names().get(random.nextInt(schema.size()));
  }

  private String anyName(String other) {
    return random.nextBoolean() ? field() : other;
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private <T> T pick(T[] candidates) {
    return candidates[random.nextInt(candidates.length)];
  }
}
