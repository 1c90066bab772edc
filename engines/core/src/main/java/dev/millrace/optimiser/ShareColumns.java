package dev.millrace.optimiser;

import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.DropListed;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.Sample;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Evaluates once what stands several times in an action or in actions that follow each other, into
/// a column of its own that is removed behind the last of them.
///
/// Only what is total, and is evaluated for every item in the first of the actions: so nothing is
/// evaluated that was not before, and no error is missed. The column takes the place of each part
/// in its expression, so everything around it keeps its own. An action that sets a field which the
/// part reads is the last that may use the column. The actions are those that leave all columns
/// where they are: `set`, `fill_missing`, `validate`, and the filters; at most 32 of them.
record ShareColumns() implements StepRewrite {
  private static final String NAME = "shared";
  private static final int FARTHEST = 32;

  @Override
  public String title() {
    return "share columns";
  }

  @Override
  public String meaning() {
    return "What stands several times in actions that follow each other is evaluated once.";
  }

  @Override
  public List<Step> of(List<Step> steps, Notes notes) {
    return Steps.everywhere(steps, list -> shared(list, notes));
  }

  private static List<Step> shared(List<Step> steps, Notes notes) {
    List<Step> made = steps;
    List<Occurrences> occurrences = new ArrayList<>(steps.stream().map(Occurrences::of).toList());
    for (int from = 0; from < made.size(); from++) {
      Expression part = mostShared(occurrences, made, from);
      if (part != null) {
        int to = last(part, occurrences, made, from);
        notes.changed(made.get(from).path(), part, "a column up to " + made.get(to).path());
        made = withColumn(made, part, from, to);
        occurrences = new ArrayList<>(made.stream().map(Occurrences::of).toList());
      }
    }
    return made;
  }

  /// The largest part that is worth a column from a step on, null when none is.
  private static @Nullable Expression mostShared(
      List<Occurrences> occurrences, List<Step> steps, int from) {
    Totality totality = Totality.over(steps.get(from).before());
    Expression most = null;
    for (Expression part : occurrences.get(from).certain()) {
      boolean isLarger = most == null || Occurrences.comesBefore(part, most);
      if (isLarger
          && places(part, occurrences, steps, from) > 1
          && totality.isTotal(part)
          && Occurrences.isFreeOfVariables(part)) {
        most = part;
      }
    }
    return most;
  }
}
