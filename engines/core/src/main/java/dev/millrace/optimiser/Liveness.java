package dev.millrace.optimiser;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.Lookup;
import dev.millrace.action.ItemAction.MergeFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.ReplaceValues;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.action.ItemAction.Unmatched;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.optimiser.StepRewrite.Notes;
import dev.millrace.plan.Step;
import dev.millrace.value.Null;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Goes through steps from the last to the first, and knows at each place which columns somebody
/// reads later on.
final class Liveness {
  private static final Expression NOTHING = new Literal(Null.NULL);

  private final Notes notes;

  /// The columns whose values are read.
  private final Set<String> live;

  /// The columns that must be there although their values are not read, since they get others, or
  /// another name, before they are removed.
  private final Set<String> kept;

  /// Behind the last step, where every column is read.
  Liveness(Schema output, Notes notes) {
    this(new HashSet<>(output.names()), new HashSet<>(), notes);
  }

  private Liveness(Set<String> live, Set<String> kept, Notes notes) {
    this.live = live;
    this.kept = kept;
    this.notes = notes;
  }

  /// The steps without what makes unread fields.
  List<Trimmed> trimmed(List<Step> steps) {
    var trimmed = new ArrayList<Trimmed>();
    for (Step step : steps.reversed()) {
      live.removeIf(name -> !step.after().contains(name));
      trimmed.add(trimmed(step));
    }
    return trimmed.reversed();
  }

  private Trimmed trimmed(Step step) {
    return switch (step.action()) {
      case SetFields(var fields) -> settings(step, fields);
      case FillMissing(var fields) -> settings(step, fields);
      case Conditional _ -> branches(step);
      default ->
          isUnread(step) && isRemovable(step)
              ? noted(new Trimmed(step, null, newColumns(step), List.of()), "nothing")
              : passed(step, step.action(), Set.of());
    };
  }

  private Trimmed branches(Step step) {
    var branches = new ArrayList<List<Trimmed>>();
    Set<String> liveInSome = new HashSet<>();
    Set<String> keptInSome = new HashSet<>();
    for (List<Step> branch : step.branches()) {
      var inside = new Liveness(new HashSet<>(live), new HashSet<>(kept), notes);
      branches.add(inside.trimmed(branch));
      liveInSome.addAll(inside.live);
      keptInSome.addAll(inside.kept);
    }
    live.clear();
    live.addAll(liveInSome);
    kept.addAll(keptInSome);
    StepExpressions.of(step).forEach(condition -> Parts.addFields(condition, live));
    return new Trimmed(step, step.action(), Set.of(), branches);
  }

  /// The fields of an action that sets fields that are read, may fail, or hold a column's place.
  private Trimmed settings(Step step, Map<String, Expression> fields) {
    Totality totality = Totality.over(step.before());
    SequencedMap<String, Expression> left = new LinkedHashMap<>();
    Set<String> gone = new HashSet<>();
    fields.forEach((field, expression) -> {
      Type held = step.before().typeOf(field);
      boolean isNew = held == null;
      if (live.contains(field) || !totality.isTotal(expression)) {
        left.put(field, expression);
      } else if (isNew && !kept.contains(field)) {
        gone.add(field);
      } else if (isNew || held != step.after().typeOf(field)) {
        left.put(field, NOTHING);
      }
    });
    if (left.equals(fields)) {
      return passed(step, step.action(), Set.of());
    }
    Action action =
        left.isEmpty()
            ? null
            : step.action() instanceof SetFields ? new SetFields(left) : new FillMissing(left);
    Trimmed trimmed =
        action == null ? new Trimmed(step, null, gone, List.of()) : passed(step, action, gone);
    return noted(trimmed, action == null ? "nothing" : action);
  }

  private Trimmed noted(Trimmed trimmed, Object after) {
    notes.changed(trimmed.step().path(), trimmed.step().action(), after);
    return trimmed;
  }

  /// Whether nobody reads what a step writes, and no column is missed if it does not.
  private boolean isUnread(Step step) {
    Set<String> written = Footprint.of(step).writes();
    return !written.isEmpty()
        && written.stream().noneMatch(live::contains)
        && written.stream().allMatch(field -> mayDoWithout(field, step));
  }

  private boolean mayDoWithout(String field, Step step) {
    Type held = step.before().typeOf(field);
    return held == null ? !kept.contains(field) : held == step.after().typeOf(field);
  }

  /// Whether a step is item-wise, cannot fail and leaves no item out.
  private static boolean isRemovable(Step step) {
    return switch (step.action()) {
      case MergeFields _, ReplaceValues _ -> true;
      case SplitField(var field, _, _) -> step.before().typeOf(field) == Type.TEXT;
      case Lookup(var key, _, _, _, var unmatched) ->
          unmatched != Unmatched.DROP && Totality.over(step.before()).isTotal(key);
      default -> false;
    };
  }

  private static Set<String> newColumns(Step step) {
    Set<String> added = new HashSet<>(step.after().names());
    step.before().names().forEach(added::remove);
    return added;
  }

  /// Goes before a step with an action that stays.
  private Trimmed passed(Step step, Action action, Set<String> gone) {
    if (action instanceof RenameFields(var names)) {
      rename(names);
      return new Trimmed(step, action, gone, List.of());
    }
    if (action instanceof Group || action instanceof CountDistinct) {
      live.clear();
      kept.clear();
    }
    Footprint footprint = Footprint.of(Steps.with(step, action));
    live.removeAll(footprint.writes());
    live.addAll(footprint.reads());
    kept.addAll(footprint.writes());
    kept.removeIf(name -> step.before().contains(name) && !step.after().contains(name));
    return new Trimmed(step, action, gone, List.of());
  }

  private void rename(Map<String, String> names) {
    Set<String> read = new HashSet<>();
    names.forEach((name, renamed) -> {
      if (live.remove(renamed)) {
        read.add(name);
      }
    });
    live.addAll(read);
    kept.removeAll(names.values());
    kept.addAll(names.keySet());
  }
}
