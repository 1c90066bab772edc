package dev.millrace.plan;

import static dev.millrace.feed.Type.ANY;
import static dev.millrace.feed.Type.BOOLEAN;
import static dev.millrace.feed.Type.NUMBER;
import static dev.millrace.feed.Type.TEXT;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction;
import dev.millrace.action.OrderedAction;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The rules of actions: what each asks of the schema before it, and the schema after it.
final class PlanChecker {
  private final Problems problems;
  private final Demands demands;
  private final ItemRules itemRules;
  private final OrderedRules orderedRules;

  PlanChecker(Problems problems) {
    this.problems = problems;
    this.demands = new Demands(problems);
    this.itemRules = new ItemRules(problems);
    this.orderedRules = new OrderedRules(problems);
  }

  /// Checks a list of actions and gives its steps; problems are collected, not thrown.
  List<Step> check(List<Action> actions, Schema input, String path) {
    var steps = new ArrayList<Step>();
    Schema before = input;
    for (int i = 0; i < actions.size(); i++) {
      Step step = step(actions.get(i), before, path + "[" + i + "]");
      steps.add(step);
      before = step.after();
    }
    return List.copyOf(steps);
  }

  private Step step(Action action, Schema before, String path) {
    if (action instanceof Conditional conditional) {
      return conditional(conditional, before, path);
    }
    return new Step(action, path, before, after(action, before, path), List.of());
  }

  private Step conditional(Conditional action, Schema before, String path) {
    demands.expect(BOOLEAN, action.condition(), before, path + ".if");
    List<Step> then = check(action.then(), before, path + ".then");
    List<Step> otherwise = check(action.otherwise(), before, path + ".else");
    Schema afterThen = then.isEmpty() ? before : then.getLast().after();
    Schema afterOtherwise = otherwise.isEmpty() ? before : otherwise.getLast().after();
    return new Step(
        action, path, before, afterThen.union(afterOtherwise), List.of(then, otherwise));
  }

  private Schema after(Action action, Schema before, String path) {
    return switch (action) {
      case ItemAction item -> itemRules.after(item, before, path);
      case OrderedAction ordered -> orderedRules.after(ordered, before, path);
      case Union(var feed) -> union(feed, before, path + ".union");
      case Sort(var keys) -> sort(keys, before, path + ".sort");
      case Group(var by, var into) -> group(by, into, before, path);
      case Deduplicate(var by, _) -> demands.keys(by, before, path + ".deduplicate");
      case Conditional _ -> throw new AssertionError("a conditional has a step of its own");
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
    };
  }

  private Type resultOf(Type wanted, Expression of, Type result, Schema before, String path) {
    demands.expect(wanted, of, before, path);
    return result;
  }

  private Schema union(Feed second, Schema before, String path) {
    for (Column column : second.schema().columns()) {
      Type wanted = before.typeOf(column.name());
      if (wanted == null) {
        problems.addUnknown(path, "its field", column.name(), "in the feed", before.names());
      } else if (!fits(second, column, wanted)) {
        String types = column.type() + " and not " + wanted + ", as in the feed";
        problems.add(path, "its field '" + column.name() + "' is " + types);
      }
    }
    return before;
  }

  /// Whether every value of a column is of a type; a column without values has whatever type its
  /// reader chose.
  private static boolean fits(Feed feed, Column column, Type wanted) {
    if (wanted == ANY || wanted == column.type()) {
      return true;
    }
    int place = feed.schema().indexOf(column.name());
    for (Item item : feed) {
      if (!item.get(place).isNull()) {
        return false;
      }
    }
    return true;
  }
}
