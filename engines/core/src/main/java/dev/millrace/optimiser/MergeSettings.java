package dev.millrace.optimiser;

import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Schema;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes one action of several that set fields one after another, so that an item is copied once.
///
/// The expressions are evaluated in the same order, and each keeps its place in the plan, so errors
/// are the same. The later action may read a field of the earlier one only if that is a field or a
/// constant, which it then reads instead. It may set a field anew only if what that was set to
/// before is total: nobody sees it, but an error would be missed. At most 64 fields are set at
/// once.
record MergeSettings() implements StepRewrite {
  private static final int MOST = 64;

  @Override
  public String title() {
    return "merge settings";
  }

  @Override
  public String meaning() {
    return "An item is copied once for a run of actions that set fields.";
  }

  @Override
  public List<Step> of(List<Step> steps, Notes notes) {
    return Steps.everywhere(steps, list -> merged(list, notes));
  }

  private static List<Step> merged(List<Step> steps, Notes notes) {
    var made = new ArrayList<Step>();
    for (Step step : steps) {
      Step merged = made.isEmpty() ? null : merged(made.getLast(), step);
      if (merged == null) {
        made.add(step);
      } else {
        notes.changed(step.path(), step.action(), "set with " + merged.path());
        made.set(made.size() - 1, merged);
      }
    }
    return made;
  }

  /// One step of two, null when they cannot be one.
  private static @Nullable Step merged(Step earlier, Step later) {
    if (!(earlier.action() instanceof SetFields(var first))
        || !(later.action() instanceof SetFields(var second))
        || !mayMerge(earlier, first, second)) {
      return null;
    }
    SequencedMap<String, Expression> fields = new LinkedHashMap<>(first);
    fields.keySet().removeAll(second.keySet());
    Map<String, String> origins = new HashMap<>(earlier.origins());
    second.forEach((field, expression) -> {
      fields.put(field, Parts.fieldsReplaced(expression, first));
      origins.put(field, later.pathOfField(field, ".set." + field));
    });
    return isInOrder(fields.keySet(), earlier.before(), later.after())
        ? new Step(
            new SetFields(fields),
            earlier.path(),
            earlier.before(),
            later.after(),
            List.of(),
            Map.copyOf(origins))
        : null;
  }

  private static boolean mayMerge(
      Step earlier, Map<String, Expression> first, Map<String, Expression> second) {
    Set<String> read = new HashSet<>();
    second.values().forEach(expression -> Parts.addFields(expression, read));
    Totality totality = Totality.over(earlier.before());
    return first.size() + second.size() <= MOST
        && first.entrySet().stream()
            .allMatch(field ->
                (!read.contains(field.getKey()) || Parts.isLeaf(field.getValue()))
                    && (!second.containsKey(field.getKey()) || totality.isTotal(field.getValue())));
  }

  /// Whether those of some fields that are new come in the order of their columns.
  private static boolean isInOrder(Set<String> fields, Schema before, Schema after) {
    List<String> added = after.names().subList(before.size(), after.size());
    return added.equals(fields.stream().filter(field -> !before.contains(field)).toList());
  }
}
