package dev.millrace.evaluator.vectorised;

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
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Schema;
import dev.millrace.function.EvaluationException;
import dev.millrace.plan.Step;
import dev.millrace.value.Value;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Makes batch steps of item-wise steps.
public final class BatchSteps {
  private static final FusedEvaluator FUSED = new FusedEvaluator();

  private BatchSteps() {}

  /// The batch steps of some steps.
  public static List<BatchStep> of(List<Step> steps) {
    return steps.stream().map(BatchSteps::of).toList();
  }

  private static BatchStep of(Step step) {
    Kernels kernels = new Kernels(step.before(), List.of());
    return switch (step.action()) {
      case SetFields(var fields) -> set(fields, step, kernels);
      case FillMissing(var fields) -> fill(fields, step, kernels);
      case RemoveFields _, KeepFields _ -> conform(step.before(), step.after());
      case RenameFields _ -> (in, _) -> in;
      case Filter(var condition) -> filter(kernels.condition(condition));
      case KeepListed(var of, var values) -> listed(kernels.of(of), Set.copyOf(values)::contains);
      case DropListed(var of, var values) ->
          listed(kernels.of(of), Predicate.not(Set.copyOf(values)::contains));
      case Validate(var condition, var message) -> validate(kernels.condition(condition), message);
      case Conditional conditional when isVectorised(step) -> choice(conditional, step, kernels);
      case Conditional _,
          SplitField _,
          MergeFields _,
          ReplaceValues _,
          Lookup _,
          Sample _,
          Explode _ ->
          new ItemByItem(FUSED.items(List.of(step)), step.after().size());
      case OrderedAction _, AggregateAction _, Union _ ->
          throw new AssertionError("not item-wise: " + step.action());
    };
  }

  /// Whether a step has loops of its own; else it is evaluated item by item.
  static boolean isVectorised(Step step) {
    return switch (step.action()) {
      case SplitField _, MergeFields _, ReplaceValues _, Lookup _, Sample _, Explode _ -> false;
      case Conditional _ ->
          step.branches().stream().flatMap(List::stream).allMatch(BatchSteps::isVectorised);
      default -> step.action().isItemWise();
    };
  }

  private static BatchStep set(Map<String, Expression> fields, Step step, Kernels kernels) {
    int width = step.after().size();
    var places = new int[fields.size()];
    var values = new ArrayList<Kernel>();
    fields.forEach((name, expression) -> {
      places[values.size()] = step.after().indexOf(name);
      values.add(kernels.of(expression));
    });
    return (in, _) -> {
      var changes = new Vector[width];
      for (int i = 0; i < places.length; i++) {
        changes[places[i]] = values.get(i).of(in);
      }
      return in.with(width, i -> changes[i]);
    };
  }

  private static BatchStep fill(Map<String, Expression> fields, Step step, Kernels kernels) {
    int width = step.after().size();
    var places = new int[fields.size()];
    var values = new ArrayList<Kernel>();
    fields.forEach((name, expression) -> {
      int place = step.after().indexOf(name);
      Kernel value = kernels.of(expression);
      boolean isNew = place >= step.before().size();
      places[values.size()] = place;
      values.add(isNew ? value : new PresentKernel(batch -> batch.field(place), value));
    });
    return (in, _) -> {
      var changes = new Vector[width];
      for (int i = 0; i < places.length; i++) {
        changes[places[i]] = values.get(i).of(in);
      }
      return in.with(width, i -> changes[i]);
    };
  }

  /// The step that changes items of one schema to items of another.
  static BatchStep conform(Schema from, Schema to) {
    if (from.names().equals(to.names())) {
      return (in, _) -> in;
    }
    int[] places = to.names().stream().mapToInt(from::indexOf).toArray();
    return (in, _) -> in.select(places);
  }

  private static BatchStep filter(Condition condition) {
    return (in, counts) -> kept(in, condition.of(in), counts);
  }

  private static BatchStep listed(Kernel of, Predicate<Value> isKept) {
    Function test =
        (operands, size) -> {
          var flags = new byte[size];
          for (int i = 0; i < size; i++) {
            flags[i] = Condition.flag(isKept.test(operands[0].get(i)));
          }
          return new Flags(flags);
        };
    var condition =
        new Condition(batch -> Lifted.of(test, new Vector[] {of.of(batch)}, batch.size()));
    return filter(condition);
  }

  private static Batch kept(Batch in, byte[] flags, Counts counts) {
    int kept = Selection.count(flags, in.size());
    if (kept == in.size()) {
      return in;
    }
    counts.filtered(in.size() - kept);
    return in.at(Selection.places(flags, in.size(), 1));
  }

  private static BatchStep validate(Condition condition, String message) {
    return (in, _) -> {
      if (Selection.count(condition.of(in), in.size()) < in.size()) {
        throw new EvaluationException(message);
      }
      return in;
    };
  }

  private static BatchStep choice(Conditional conditional, Step step, Kernels kernels) {
    Condition condition = kernels.condition(conditional.condition());
    List<BatchStep> then = branch(step.then(), step);
    List<BatchStep> otherwise = branch(step.otherwise(), step);
    return (in, counts) -> {
      byte[] flags = condition.of(in);
      Batch chosen = all(then, in.at(Selection.places(flags, in.size(), 1)), counts);
      Batch others = all(otherwise, in.at(Selection.places(flags, in.size(), 0)), counts);
      return in.merged(chosen, others);
    };
  }

  private static List<BatchStep> branch(List<Step> steps, Step conditional) {
    Schema end = steps.isEmpty() ? conditional.before() : steps.getLast().after();
    var branch = new ArrayList<>(of(steps));
    branch.add(conform(end, conditional.after()));
    return branch;
  }

  /// What comes out of a batch after some steps.
  public static Batch all(List<BatchStep> steps, Batch in, Counts counts) {
    Batch batch = in;
    for (BatchStep step : steps) {
      batch = step.of(batch, counts);
    }
    return batch;
  }
}
