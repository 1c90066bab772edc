package dev.millrace.plan;

import static dev.millrace.feed.Type.ANY;
import static dev.millrace.feed.Type.LIST;
import static dev.millrace.feed.Type.NUMBER;
import static dev.millrace.feed.Type.TEXT;

import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Implode;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.action.AggregateAction.Rank;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.Tail;
import dev.millrace.action.AggregateAction.Top;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/// The rules of aggregating actions: what each asks of the schema before it, and the schema after
/// it.
///
/// @param problems where problems are noted
/// @param demands what all rules ask
/// @param itemRules the rule of keeping fields
record AggregateRules(Problems problems, Demands demands, ItemRules itemRules) {
  /// The schema after an action.
  Schema after(AggregateAction action, Schema before, String path) {
    return switch (action) {
      case Sort(var keys) -> sort(keys, before, path + ".sort");
      case Top(long count, var by) ->
          sort(by, demands.notNegative(count, before, path + ".top"), path + ".by");
      case Rank(var field, var by, _) ->
          sort(by, before, path + ".by").with(new Column(field, NUMBER));
      case Reverse _ -> before;
      case Tail(long count) -> demands.notNegative(count, before, path + ".tail");
      case Group(var by, var into) -> group(by, into, before, path);
      case CountDistinct count -> countDistinct(count, before, path);
      case Implode implode -> implode(implode, before, path);
      case Deduplicate deduplicate -> deduplicate(deduplicate, before, path);
    };
  }

  private Schema sort(List<SortKey> keys, Schema before, String path) {
    demands.notEmpty(keys.size(), path, "key");
    for (int i = 0; i < keys.size(); i++) {
      demands.typeOf(keys.get(i).by(), before, path + "[" + i + "].by");
    }
    return before;
  }

  private Schema group(
      List<String> by, SequencedMap<String, Aggregate> into, Schema before, String path) {
    Schema after = by.isEmpty() ? Schema.EMPTY : itemRules.keep(by, before, path + ".group");
    for (Map.Entry<String, Aggregate> aggregate : into.entrySet()) {
      String place = path + ".into." + aggregate.getKey();
      if (after.contains(aggregate.getKey())) {
        problems.add(place, "field '" + aggregate.getKey() + "' is there already");
      }
      after = after.with(new Column(aggregate.getKey(), type(aggregate.getValue(), before, place)));
    }
    return after;
  }

  private Type type(Aggregate aggregate, Schema before, String path) {
    String place = path + "." + Construct.name(aggregate.getClass());
    return switch (aggregate) {
      case Aggregate.Count(var of) -> resultOf(ANY, of, NUMBER, before, place);
      case Aggregate.Sum(var of) -> resultOf(NUMBER, of, NUMBER, before, place);
      case Aggregate.Min(var of) -> demands.typeOf(of, before, place);
      case Aggregate.Max(var of) -> demands.typeOf(of, before, place);
      case Aggregate.Avg(var of, var scale, _) -> {
        ExpressionTypes.checkScale(scale, place, problems);
        yield resultOf(NUMBER, of, NUMBER, before, place);
      }
      case Aggregate.First(var of) -> demands.typeOf(of, before, place);
      case Aggregate.Concat(var of, _) -> resultOf(ANY, of, TEXT, before, place);
      case Aggregate.CountDistinct(var of) -> resultOf(ANY, of, NUMBER, before, place);
      case Aggregate.Implode(var of) -> resultOf(ANY, of, LIST, before, place);
    };
  }

  private Schema countDistinct(CountDistinct count, Schema before, String path) {
    demands.typeOf(count.of(), before, path + ".count_distinct");
    Schema after =
        count.by().isEmpty() ? Schema.EMPTY : itemRules.keep(count.by(), before, path + ".by");
    if (after.contains(count.into())) {
      problems.add(path + ".into", "field '" + count.into() + "' is there already");
    }
    return after.with(new Column(count.into(), NUMBER));
  }

  private Schema implode(Implode implode, Schema before, String path) {
    demands.field(implode.field(), before, path + ".implode");
    demands.keys(implode.by(), before, path + ".by");
    String into = Objects.requireNonNullElse(implode.into(), implode.field());
    return before.with(new Column(into, LIST));
  }

  private Schema deduplicate(Deduplicate action, Schema before, String path) {
    demands.keys(action.by(), before, path + ".deduplicate");
    Expression of = action.of();
    boolean compares = action.keep() == Keep.MIN || action.keep() == Keep.MAX;
    String keep = "keep \"" + action.keep().name().toLowerCase(Locale.ROOT) + "\"";
    if (compares && of == null) {
      problems.add(path + ".of", "is missing: " + keep + " wants what to compare");
    } else if (!compares && of != null) {
      problems.add(path + ".of", keep + " compares nothing; leave it out");
    }
    if (of != null) {
      demands.typeOf(of, before, path + ".of");
    }
    return before;
  }

  private Type resultOf(Type wanted, Expression of, Type result, Schema before, String path) {
    demands.expect(wanted, of, before, path);
    return result;
  }
}
