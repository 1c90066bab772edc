package dev.millrace.optimiser;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Implode;
import dev.millrace.action.AggregateAction.Rank;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.Tail;
import dev.millrace.action.AggregateAction.Top;
import dev.millrace.action.ItemAction;
import dev.millrace.action.ItemAction.DropListed;
import dev.millrace.action.ItemAction.Explode;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.Lookup;
import dev.millrace.action.ItemAction.MergeFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.ReplaceValues;
import dev.millrace.action.ItemAction.Sample;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.action.OrderedAction;
import dev.millrace.action.OrderedAction.FillDown;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.LimitPer;
import dev.millrace.action.OrderedAction.LimitWhile;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.action.OrderedAction.SkipWhile;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The expressions of an action, and the action with others in their places.
///
/// @param step the step of the action; the branches of a conditional are not looked into
/// @param change what becomes of each expression
public record StepExpressions(Step step, Change change) {
  /// What becomes of an expression.
  @FunctionalInterface
  public interface Change {
    /// The expression that takes an expression's place.
    ///
    /// @param path the expression's place in the plan
    Expression of(String path, Expression expression);
  }

  /// The expressions of an action, in the order in which they are evaluated.
  public static List<Expression> of(Step step) {
    var expressions = new ArrayList<Expression>();
    new StepExpressions(
            step,
            (_, expression) -> {
              expressions.add(expression);
              return expression;
            })
        .changed();
    return expressions;
  }

  /// The action with other expressions.
  Action changed() {
    return switch (step.action()) {
      case ItemAction action -> item(action);
      case OrderedAction action -> ordered(action);
      case AggregateAction action -> aggregate(action);
      case Union union -> union;
      case Conditional(var condition, var then, var otherwise) ->
          new Conditional(one(".if", condition), then, otherwise);
    };
  }

  private Action item(ItemAction action) {
    return switch (action) {
      case SetFields(var fields) -> new SetFields(all(".set.", fields));
      case FillMissing(var fields) -> new FillMissing(all(".fill_missing.", fields));
      case Filter(var condition) -> new Filter(one(".filter", condition));
      case Sample(var by, var share) -> new Sample(one(".sample", by), share);
      case KeepListed(var of, var values) -> new KeepListed(one(".keep_listed", of), values);
      case DropListed(var of, var values) -> new DropListed(one(".drop_listed", of), values);
      case Validate(var condition, var message) ->
          new Validate(one(".validate", condition), message);
      case Lookup(var key, var table, var on, var take, var unmatched) ->
          new Lookup(one(".lookup", key), table, on, take, unmatched);
      case RemoveFields _,
          RenameFields _,
          KeepFields _,
          Explode _,
          SplitField _,
          MergeFields _,
          ReplaceValues _ ->
          action;
    };
  }

  private Action ordered(OrderedAction action) {
    return switch (action) {
      case LimitWhile(var condition) -> new LimitWhile(one(".limit_while", condition));
      case SkipWhile(var condition) -> new SkipWhile(one(".skip_while", condition));
      case LimitPer(var by, var count) -> new LimitPer(all(".limit_per", by), count);
      case Scan(var field, var start, var next) -> new Scan(field, start, one(".step", next));
      case Limit _, Skip _, FillDown _, RowNumber _ -> action;
    };
  }

  private Action aggregate(AggregateAction action) {
    return switch (action) {
      case Sort(var keys) -> new Sort(keys(".sort", keys));
      case Top(var count, var by) -> new Top(count, keys(".by", by));
      case Rank(var field, var by, var dense) -> new Rank(field, keys(".by", by), dense);
      case Group(var by, var into) -> new Group(by, aggregates(into));
      case CountDistinct(var of, var by, var into) ->
          new CountDistinct(one(".count_distinct", of), by, into);
      case Implode(var field, var by, var into) -> new Implode(field, all(".by", by), into);
      case Deduplicate(var by, var keep, var of) ->
          new Deduplicate(all(".deduplicate", by), keep, of == null ? null : one(".of", of));
      case Reverse _, Tail _ -> action;
    };
  }

  private SequencedMap<String, Aggregate> aggregates(SequencedMap<String, Aggregate> into) {
    var changed = new LinkedHashMap<String, Aggregate>();
    into.forEach((field, aggregate) -> changed.put(field, aggregate(".into." + field, aggregate)));
    return changed;
  }

  private Aggregate aggregate(String path, Aggregate aggregate) {
    Expression of = one(path + "." + Construct.name(aggregate.getClass()), aggregate.of());
    return switch (aggregate) {
      case Aggregate.Count _ -> new Aggregate.Count(of);
      case Aggregate.Sum _ -> new Aggregate.Sum(of);
      case Aggregate.Min _ -> new Aggregate.Min(of);
      case Aggregate.Max _ -> new Aggregate.Max(of);
      case Aggregate.Avg(_, var scale, var mode) -> new Aggregate.Avg(of, scale, mode);
      case Aggregate.First _ -> new Aggregate.First(of);
      case Aggregate.Concat(_, var separator) -> new Aggregate.Concat(of, separator);
      case Aggregate.CountDistinct _ -> new Aggregate.CountDistinct(of);
      case Aggregate.Implode _ -> new Aggregate.Implode(of);
    };
  }

  private List<SortKey> keys(String path, List<SortKey> keys) {
    var changed = new ArrayList<SortKey>();
    for (SortKey key : keys) {
      Expression by = one(path + "[" + changed.size() + "].by", key.by());
      changed.add(new SortKey(by, key.order(), key.nullOrder()));
    }
    return List.copyOf(changed);
  }

  private List<Expression> all(String path, List<Expression> expressions) {
    var changed = new ArrayList<Expression>();
    for (Expression expression : expressions) {
      changed.add(one(path + "[" + changed.size() + "]", expression));
    }
    return List.copyOf(changed);
  }

  private SequencedMap<String, Expression> all(String path, Map<String, Expression> fields) {
    var changed = new LinkedHashMap<String, Expression>();
    fields.forEach((field, expression) -> {
      String place = step.pathOfField(field, path + field);
      changed.put(field, change.of(place, expression));
    });
    return changed;
  }

  private Expression one(String path, Expression expression) {
    return change.of(step.path() + path, expression);
  }
}
