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

  /// A step and what has to be known of it.
  ///
  /// @param parts what stands in its expressions
  /// @param isPassed whether columns stay where they are
  private record Place(Step step, Occurrences parts, boolean isPassed, Set<String> writes) {
    static Place of(Step step) {
      return switch (step.action()) {
        case SetFields _,
            FillMissing _,
            Validate _,
            Filter _,
            KeepListed _,
            DropListed _,
            Sample _ ->
            new Place(step, Occurrences.of(step), true, Footprint.of(step).writes());
        default -> new Place(step, Occurrences.NONE, false, Set.of());
      };
    }
  }

  private static List<Step> shared(List<Step> steps, Notes notes) {
    List<Place> places = new ArrayList<>(steps.stream().map(Place::of).toList());
    for (int from = 0; from < places.size(); from++) {
      Expression part = mostShared(places, from);
      if (part != null) {
        List<Place> users = places.subList(from, last(part, places, from) + 1);
        List<Step> some = users.stream().map(Place::step).toList();
        notes.changed(some.getFirst().path(), part, "a column up to " + some.getLast().path());
        users.clear();
        places.addAll(from, withColumn(some, part).stream().map(Place::of).toList());
      }
    }
    return places.stream().map(Place::step).toList();
  }

  /// The largest part that is worth a column from a place on, null when none is.
  private static @Nullable Expression mostShared(List<Place> places, int from) {
    Place first = places.get(from);
    Totality totality = Totality.over(first.step().before());
    Expression most = null;
    for (Expression part : first.parts().certain()) {
      if ((most == null || Occurrences.comesBefore(part, most))
          && (first.parts().count(part) > 1 || last(part, places, from) > from)
          && totality.isTotal(part)) {
        most = part;
      }
    }
    return most;
  }

  /// The last place that may use a column of a part and has the part.
  private static int last(Expression part, List<Place> places, int from) {
    Set<String> read = new HashSet<>();
    Parts.addFields(part, read);
    int last = from;
    int end = Math.min(places.size(), from + FARTHEST);
    for (int at = from; at < end && places.get(at).isPassed(); at++) {
      last = places.get(at).parts().count(part) > 0 ? at : last;
      if (!Collections.disjoint(places.get(at).writes(), read)) {
        break;
      }
    }
    return last;
  }

  /// Steps that use a column for a part, between the one that makes and the one that removes it.
  private static List<Step> withColumn(List<Step> steps, Expression part) {
    Schema before = steps.getFirst().before();
    Schema after = steps.getLast().after();
    Column column = new Column(name(after), type(part, before));
    var fields = new LinkedHashMap<String, Expression>();
    fields.put(column.name(), part);
    var made = new ArrayList<Step>();
    String path = steps.getFirst().path();
    made.add(
        new Step(new SetFields(fields), path, before, with(before, before, column), List.of()));
    for (Step step : steps) {
      made.add(
          Steps.between(
              with(step.before(), before, column),
              step,
              using(step, part, new Field(column.name())),
              with(step.after(), before, column)));
    }
    made.add(
        new Step(
            new RemoveFields(List.of(column.name())),
            steps.getLast().path(),
            with(after, before, column),
            after,
            List.of()));
    return made;
  }

  private static Action using(Step step, Expression part, Field column) {
    return new StepExpressions(
            step, (_, whole) -> Parts.changed(whole, each -> each.equals(part) ? column : each))
        .changed();
  }

  /// A schema with a column behind those that were there before the column was made.
  private static Schema with(Schema schema, Schema before, Column column) {
    var columns = new ArrayList<>(schema.columns());
    columns.add(before.size(), column);
    return new Schema(columns);
  }

  private static String name(Schema taken) {
    String name = NAME;
    for (int i = 2; taken.contains(name); i++) {
      name = NAME + i;
    }
    return name;
  }

  private static Type type(Expression part, Schema schema) {
    Type type = Totality.over(schema).typeOf(part);
    return type == null ? Type.ANY : type;
  }
}
