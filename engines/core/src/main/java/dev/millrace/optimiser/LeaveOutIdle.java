package dev.millrace.optimiser;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Leaves out what changes nothing: a filter that is always true, a field set to itself, fields
/// renamed to themselves, all fields kept in their order, a conditional whose branches are empty.
///
/// None of them can fail; the condition of a conditional must be total. Only item-wise actions go:
/// without its last other action, a conditional would no longer give one branch after the other.
record LeaveOutIdle() implements StepRewrite {
  @Override
  public String title() {
    return "leave out idle actions";
  }

  @Override
  public String meaning() {
    return "An action that changes nothing is not there.";
  }

  @Override
  public List<Step> of(List<Step> steps, Notes notes) {
    return Steps.everywhere(steps, list -> busy(list, notes));
  }

  private static List<Step> busy(List<Step> steps, Notes notes) {
    var made = new ArrayList<Step>();
    for (Step step : steps) {
      Action action = busy(step);
      if (action == null) {
        notes.changed(step.path(), step.action(), "nothing");
      } else if (action.equals(step.action())) {
        made.add(step);
      } else {
        notes.changed(step.path(), step.action(), action);
        made.add(Steps.with(step, action));
      }
    }
    return made;
  }

  /// The action without what is idle, null when nothing is left.
  private static @Nullable Action busy(Step step) {
    return switch (step.action()) {
      case SetFields set -> busy(set, step);
      case Filter(Literal(var value)) when value.equals(Bool.TRUE) -> null;
      case RenameFields(var fields) when isIdle(fields) -> null;
      case KeepFields(var fields) when fields.equals(step.before().names()) -> null;
      case Conditional(var condition, var then, var otherwise)
          when then.isEmpty()
              && otherwise.isEmpty()
              && Totality.over(step.before()).isTotalCondition(condition) ->
          null;
      default -> step.action();
    };
  }

  private static @Nullable Action busy(SetFields set, Step step) {
    var busy = new LinkedHashMap<String, Expression>(set.fields());
    busy.entrySet()
        .removeIf(field ->
            field.getValue() instanceof Field(var name)
                && name.equals(field.getKey())
                && step.before().contains(name));
    return busy.isEmpty() ? null : new SetFields(busy);
  }

  private static boolean isIdle(Map<String, String> renames) {
    return renames.entrySet().stream()
        .allMatch(rename -> rename.getKey().equals(rename.getValue()));
  }
}
