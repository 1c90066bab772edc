package dev.millrace.plan;

import static dev.millrace.feed.Type.BOOLEAN;
import static dev.millrace.feed.Type.NUMBER;

import dev.millrace.action.OrderedAction;
import dev.millrace.action.OrderedAction.FillDown;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.LimitPer;
import dev.millrace.action.OrderedAction.LimitWhile;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.action.OrderedAction.SkipWhile;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import java.util.List;
import java.util.Map;

/// The rules of ordered actions: what each asks of the schema before it, and the schema after it.
final class OrderedRules {
  private final Problems problems;
  private final Demands demands;

  OrderedRules(Problems problems) {
    this.problems = problems;
    this.demands = new Demands(problems);
  }

  /// The schema after an action.
  Schema after(OrderedAction action, Schema before, String path) {
    return switch (action) {
      case Limit(long count) -> demands.notNegative(count, before, path + ".limit");
      case LimitWhile(var condition) ->
          demands.expect(BOOLEAN, condition, before, path + ".limit_while");
      case LimitPer(var by, long count) -> {
        demands.keys(by, before, path + ".limit_per");
        yield demands.notNegative(count, before, path + ".count");
      }
      case Skip(long count) -> demands.notNegative(count, before, path + ".skip");
      case SkipWhile(var condition) ->
          demands.expect(BOOLEAN, condition, before, path + ".skip_while");
      case FillDown(var fields) -> fillDown(fields, before, path + ".fill_down");
      case RowNumber(var field, _) -> before.with(new Column(field, NUMBER));
      case Scan scan -> scan(scan, before, path);
    };
  }

  private Schema fillDown(List<String> fields, Schema before, String path) {
    demands.distinct(fields, path);
    fields.forEach(field -> demands.field(field, before, path));
    return before;
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
}
