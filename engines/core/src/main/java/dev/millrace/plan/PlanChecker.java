package dev.millrace.plan;

import static dev.millrace.feed.Type.ANY;
import static dev.millrace.feed.Type.BOOLEAN;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.ItemAction;
import dev.millrace.action.OrderedAction;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import java.util.ArrayList;
import java.util.List;

/// The rules of actions: what each asks of the schema before it, and the schema after it.
final class PlanChecker {
  private final Problems problems;
  private final Demands demands;
  private final ItemRules itemRules;
  private final OrderedRules orderedRules;
  private final AggregateRules aggregateRules;

  PlanChecker(Problems problems) {
    this.problems = problems;
    this.demands = new Demands(problems);
    this.itemRules = new ItemRules(problems);
    this.orderedRules = new OrderedRules(problems);
    this.aggregateRules = new AggregateRules(problems, demands, itemRules);
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
      case AggregateAction aggregate -> aggregateRules.after(aggregate, before, path);
      case Conditional _ -> throw new AssertionError("a conditional has a step of its own");
    };
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
