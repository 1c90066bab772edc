package dev.millrace.plan;

import static dev.millrace.feed.Type.ANY;
import static dev.millrace.feed.Type.BOOLEAN;
import static dev.millrace.feed.Type.LIST;
import static dev.millrace.feed.Type.NUMBER;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction;
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
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The rules of actions: what each asks of the schema before it, and the schema after it.
final class PlanChecker {
  private final Problems problems;

  PlanChecker(Problems problems) {
    this.problems = problems;
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
    expect(BOOLEAN, action.condition(), before, path + ".if");
    List<Step> then = check(action.then(), before, path + ".then");
    List<Step> otherwise = check(action.otherwise(), before, path + ".else");
    Schema afterThen = then.isEmpty() ? before : then.getLast().after();
    Schema afterOtherwise = otherwise.isEmpty() ? before : otherwise.getLast().after();
    return new Step(
        action, path, before, afterThen.union(afterOtherwise), List.of(then, otherwise));
  }

  private Schema after(Action action, Schema before, String path) {
    return switch (action) {
      case SetFields(var fields) -> set(fields, before, path + ".set");
      case RemoveFields(var fields) -> remove(fields, before, path + ".remove");
      case RenameFields(var fields) -> rename(fields, before, path + ".rename");
      case KeepFields(var fields) -> keep(fields, before, path + ".keep");
      case Filter(var condition) -> expect(BOOLEAN, condition, before, path + ".filter");
      case Explode explode -> explode(explode, before, path);
      case Limit(long count) -> notNegative(count, before, path + ".limit");
      case RowNumber(var field, _) -> before.with(new Column(field, NUMBER));
      case Scan scan -> scan(scan, before, path);
      case AggregateAction aggregate ->
          new AggregateRules(this, problems).after(aggregate, before, path);
      case Conditional _ -> throw new AssertionError("a conditional has a step of its own");
    };
  }

  private Schema set(SequencedMap<String, Expression> fields, Schema before, String path) {
    notEmpty(fields.keySet().size(), path, "field");
    Schema after = before;
    for (Map.Entry<String, Expression> field : fields.entrySet()) {
      Type type = typeOf(field.getValue(), before, path + "." + field.getKey());
      after = after.with(new Column(field.getKey(), type));
    }
    return after;
  }

  private Schema remove(List<String> fields, Schema before, String path) {
    notEmpty(fields.size(), path, "field");
    fields.forEach(field -> field(field, before, path));
    return new Schema(
        before.columns().stream().filter(column -> !fields.contains(column.name())).toList());
  }

  private Schema rename(SequencedMap<String, String> fields, Schema before, String path) {
    notEmpty(fields.size(), path, "field");
    fields.keySet().forEach(field -> field(field, before, path));
    var names = new HashSet<String>();
    var after = new ArrayList<Column>();
    for (Column column : before.columns()) {
      String name = fields.getOrDefault(column.name(), column.name());
      if (names.add(name)) {
        after.add(new Column(name, column.type()));
      } else {
        problems.add(path, "there would be two fields named '" + name + "'");
      }
    }
    return new Schema(after);
  }

  Schema keep(List<String> fields, Schema before, String path) {
    notEmpty(fields.size(), path, "field");
    Schema after = Schema.EMPTY;
    for (String name : fields) {
      Type type = field(name, before, path);
      if (after.contains(name)) {
        problems.add(path, "field '" + name + "' is named twice");
      }
      after = after.with(new Column(name, type));
    }
    return after;
  }

  private Schema explode(Explode explode, Schema before, String path) {
    Type type = field(explode.field(), before, path + ".explode");
    if (!type.mayBe(LIST)) {
      problems.add(path + ".explode", "field '" + explode.field() + "' is " + type + ", not list");
    }
    String into = explode.into();
    return before.with(new Column(into == null ? explode.field() : into, ANY));
  }

  private Schema scan(Scan scan, Schema before, String path) {
    Type start = ExpressionTypes.of(scan.start());
    Type step =
        new ExpressionTypes(before, Map.of(Scan.PREVIOUS, start), problems)
            .of(scan.step(), path + ".step");
    if (!step.mayBe(start)) {
      problems.add(path + ".step", "wants " + start + ", as the start is, but this is " + step);
    }
    return before.with(new Column(scan.field(), start.or(step)));
  }

  Schema notNegative(long count, Schema before, String path) {
    if (count < 0) {
      problems.add(path, "wants a number that is not negative, not " + count);
    }
    return before;
  }

  void notEmpty(int size, String path, String what) {
    if (size == 0) {
      problems.add(path, "wants at least one " + what);
    }
  }

  Type field(String name, Schema before, String path) {
    Type type = before.typeOf(name);
    if (type == null) {
      problems.addUnknown(path, "field", name, "in the feed", before.names());
      return ANY;
    }
    return type;
  }

  private Schema expect(Type wanted, Expression expression, Schema before, String path) {
    resultOf(wanted, expression, wanted, before, path);
    return before;
  }

  Type resultOf(Type wanted, Expression of, Type result, Schema before, String path) {
    new ExpressionTypes(before, Map.of(), problems).expect(wanted, of, path);
    return result;
  }

  Type typeOf(Expression expression, Schema before, String path) {
    return new ExpressionTypes(before, Map.of(), problems).of(expression, path);
  }
}
