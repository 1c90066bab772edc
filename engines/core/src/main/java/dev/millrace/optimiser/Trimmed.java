package dev.millrace.optimiser;

import dev.millrace.action.Action;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.feed.Schema;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A step without what makes unread fields, before the columns are taken away that it no longer
/// adds.
///
/// @param step the step as it was
/// @param action its action, null when nothing is left of it
/// @param gone the columns that it no longer adds
/// @param branches what becomes of the branches of a conditional
record Trimmed(Step step, @Nullable Action action, Set<String> gone, List<List<Trimmed>> branches) {
  /// The steps, their schemas without the columns that are gone.
  static List<Step> steps(List<Trimmed> trimmed) {
    return steps(trimmed, new HashSet<>());
  }

  /// @param gone the columns that are gone before the first step; in the end, after the last
  private static List<Step> steps(List<Trimmed> trimmed, Set<String> gone) {
    var steps = new ArrayList<Step>();
    for (Trimmed each : trimmed) {
      each.addTo(steps, gone);
    }
    return List.copyOf(steps);
  }

  private void addTo(List<Step> steps, Set<String> without) {
    Schema before = Steps.without(step.before(), without);
    Action left = withoutFields(without);
    List<List<Step>> made = branches(without);
    if (step.action() instanceof Group || step.action() instanceof CountDistinct) {
      without.clear();
    }
    without.addAll(gone);
    without.removeIf(name -> !step.after().contains(name));
    Schema after = Steps.without(step.after(), without);
    if (left == null) {
      return;
    }
    steps.add(
        made.isEmpty()
            ? Steps.between(before, step, left, after)
            : Steps.branching(before, step, made, after));
  }

  private List<List<Step>> branches(Set<String> without) {
    var made = new ArrayList<List<Step>>();
    Set<String> goneInSome = new HashSet<>(without);
    for (List<Trimmed> branch : branches) {
      Set<String> goneInBranch = new HashSet<>(without);
      made.add(steps(branch, goneInBranch));
      goneInSome.addAll(goneInBranch);
    }
    without.addAll(goneInSome);
    return made;
  }

  /// The action, where it names columns that are gone already.
  private @Nullable Action withoutFields(Set<String> without) {
    return switch (action) {
      case RemoveFields(var fields) -> {
        List<String> left = left(fields, without);
        yield left.isEmpty() ? null : new RemoveFields(left);
      }
      case KeepFields(var fields) -> new KeepFields(left(fields, without));
      case null, default -> action;
    };
  }

  private static List<String> left(List<String> fields, Set<String> without) {
    return fields.stream().filter(field -> !without.contains(field)).toList();
  }
}
