package dev.millrace.evaluator.fused;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.AggregateAction;
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
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Require;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Pull stages of item-wise actions.
final class ItemStages {
  /*
   * Each stage pulls from the one before, on the same stack: this many have room on any, and for
   * more of them the loops of a relay go on.
   */
  private static final int MOST_AT_ONCE = 500;

  private ItemStages() {}

  /// The stage of some steps, one after another.
  static StreamStage of(List<Step> steps) {
    if (steps.size() <= MOST_AT_ONCE) {
      return chain(steps);
    }
    var chains = new ArrayList<StreamStage>();
    for (int from = 0; from < steps.size(); from += MOST_AT_ONCE) {
      chains.add(chain(steps.subList(from, Math.min(steps.size(), from + MOST_AT_ONCE))));
    }
    return new Relay(chains);
  }

  private static StreamStage chain(List<Step> steps) {
    StreamStage all = StreamStage.IDENTITY;
    for (Step step : steps) {
      all = all.then(of(step));
    }
    return all;
  }

  private static StreamStage of(Step step) {
    Action action = step.action();
    return switch (action) {
      case SetFields(var fields) -> FieldStages.set(fields, step);
      case FillMissing(var fields) -> FieldStages.fill(fields, step);
      case SplitField split -> FieldStages.split(split, step);
      case MergeFields merge -> FieldStages.merge(merge, step);
      case ReplaceValues replace -> FieldStages.replace(replace, step);
      case Lookup lookup -> LookupStage.of(lookup, step);
      case RemoveFields _, KeepFields _ -> conform(step.before(), step.after());
      case RenameFields _ -> StreamStage.IDENTITY;
      case Filter(var condition) -> FilterStages.filter(condition, step);
      case Sample sample -> FilterStages.sample(sample, step);
      case KeepListed(var of, var values) -> FilterStages.keepListed(of, values, step);
      case DropListed(var of, var values) -> FilterStages.dropListed(of, values, step);
      case Validate(var condition, var message) -> FilterStages.validate(condition, message, step);
      case Explode explode -> explode(explode, step);
      case Conditional(var condition, _, _) -> {
        Guard guard = Guard.condition(condition, step.before(), step.path() + ".if");
        yield new Choice(guard, branch(step.then(), step), branch(step.otherwise(), step));
      }
      case OrderedAction _, AggregateAction _, Union _ ->
          throw new AssertionError("not item-wise: " + action);
    };
  }

  /// The stage that changes items of one schema to items of another, null where a column is new.
  static StreamStage conform(Schema from, Schema to) {
    if (from.names().equals(to.names())) {
      return StreamStage.IDENTITY;
    }
    int[] places = to.names().stream().mapToInt(from::indexOf).toArray();
    return PerItem.stage((item, _, _) -> item.select(places));
  }

  private static StreamStage explode(Explode explode, Step step) {
    int from = step.before().indexOf(explode.field());
    String into = explode.into();
    int to = step.after().indexOf(into == null ? explode.field() : into);
    int width = step.after().size();
    return (in, ledger) ->
        new ItemStream() {
          private @Nullable Item item;
          private List<Value> elements = List.of();
          private int next;

          @Override
          public @Nullable Item next() {
            while (next == elements.size()) {
              item = in.next();
              if (item == null) {
                return null;
              }
              elements = elements(item, from, explode, step, ledger);
              next = 0;
            }
            var changes = new @Nullable Value[width];
            changes[to] = elements.get(next++);
            return Objects.requireNonNull(item).with(changes);
          }
        };
  }

  private static List<Value> elements(
      Item item, int from, Explode explode, Step step, Ledger ledger) {
    Value value = item.get(from);
    List<Value> elements = List.of();
    if (!value.isNull()) {
      try {
        elements = Require.list(value).elements();
      } catch (EvaluationException failed) {
        String path = step.path() + ".explode";
        if (ledger.instead(item, path, new Field(explode.field()), failed) == null) {
          return elements;
        }
      }
    }
    ledger.exploded(elements.size());
    return elements;
  }

  private static StreamStage branch(List<Step> steps, Step conditional) {
    Schema end = steps.isEmpty() ? conditional.before() : steps.getLast().after();
    return of(steps).then(conform(end, conditional.after()));
  }
}
