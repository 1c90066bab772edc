package dev.millrace.optimiser;

import dev.millrace.action.Action;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.DropListed;
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
import dev.millrace.action.ItemAction.Unmatched;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Type;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Moves filters before the actions that do not feed them, so that those see fewer items: `filter`,
/// `keep_listed`, `drop_listed` and `sample`.
///
/// An item-wise action is passed when it sets no field that the filter reads and cannot fail for
/// any item: an error of an item that is filtered out would be missed otherwise. The filter itself
/// may fail: it sees the same items in the same order with the same values in the fields it reads.
/// A `lookup` that drops items is not passed, since the filter would see more of them; neither is
/// `explode`, which counts the items it adds. A sort or a reversal is passed only when neither it
/// nor the filter can fail, since the first error would be that of another item.
record AdvanceFilters() implements StepRewrite {
  @Override
  public String title() {
    return "advance filters";
  }

  @Override
  public String meaning() {
    return "Items that are filtered out are filtered out before they are worked on.";
  }

  @Override
  public List<Step> of(List<Step> steps, Notes notes) {
    return Steps.everywhere(steps, list -> advanced(list, notes));
  }

  /// What a filter has to know of a step that it may pass.
  private record Passable(boolean isPassable, Footprint footprint) {
    static Passable of(Step step) {
      return new Passable(AdvanceFilters.isPassable(step), Footprint.of(step));
    }
  }

  private static List<Step> advanced(List<Step> steps, Notes notes) {
    var known = new IdentityHashMap<Step, Passable>();
    var made = new ArrayList<Step>();
    for (Step step : steps) {
      made.add(step);
      if (isFilter(step.action())) {
        advance(made, known, notes);
      }
    }
    return made;
  }

  /// Moves the last step forward as far as it may go.
  private static void advance(List<Step> steps, Map<Step, Passable> known, Notes notes) {
    int at = steps.size() - 1;
    Step filter = steps.get(at);
    Footprint footprint = Footprint.of(filter);
    while (at > 0 && mayPass(filter, footprint, steps.get(at - 1), known)) {
      Step passed = steps.get(at - 1);
      filter = before(passed, filter);
      footprint = passed.action() instanceof RenameFields ? Footprint.of(filter) : footprint;
      steps.set(at - 1, filter);
      steps.set(at, passed);
      at--;
    }
    if (at < steps.size() - 1) {
      notes.changed(filter.path(), filter.action(), "before " + steps.get(at + 1).path());
    }
  }

  private static boolean mayPass(
      Step filter, Footprint footprint, Step passed, Map<Step, Passable> known) {
    Passable passable = known.computeIfAbsent(passed, Passable::of);
    return passable.isPassable()
        && (passed.action().isItemWise() || isTotal(filter))
        && footprint.isApartFrom(passable.footprint());
  }

  private static boolean isFilter(Action action) {
    return action instanceof Filter
        || action instanceof KeepListed
        || action instanceof DropListed
        || action instanceof Sample;
  }

  private static boolean isTotal(Step filter) {
    Totality totality = Totality.over(filter.before());
    return switch (filter.action()) {
      case Filter(var condition) -> totality.isTotalCondition(condition);
      case KeepListed(var of, _) -> totality.isTotal(of);
      case DropListed(var of, _) -> totality.isTotal(of);
      case Sample(var by, _) -> totality.isTotal(by);
      default -> false;
    };
  }

  /// Whether an action cannot fail, leaves no item out and adds none.
  private static boolean isPassable(Step step) {
    Totality totality = Totality.over(step.before());
    return switch (step.action()) {
      case SetFields(var fields) -> totality.areTotal(fields.values());
      case FillMissing(var fields) -> totality.areTotal(fields.values());
      case SplitField(var field, _, _) -> step.before().typeOf(field) == Type.TEXT;
      case Lookup(var key, _, _, _, var unmatched) ->
          unmatched != Unmatched.DROP && totality.isTotal(key);
      case Sort(var keys) -> totality.areTotal(keys.stream().map(SortKey::by).toList());
      case RemoveFields _,
          RenameFields _,
          KeepFields _,
          MergeFields _,
          ReplaceValues _,
          Reverse _ ->
          true;
      default -> false;
    };
  }

  /// A filter as it is before an action that it passes.
  private static Step before(Step passed, Step filter) {
    Action action = filter.action();
    if (passed.action() instanceof RenameFields(var names)) {
      Map<String, Expression> old = new HashMap<>();
      names.forEach((name, renamed) -> old.put(renamed, new Field(name)));
      action =
          new StepExpressions(filter, (_, expression) -> Parts.fieldsReplaced(expression, old))
              .changed();
    }
    return Steps.between(passed.before(), filter, action, passed.before());
  }
}
