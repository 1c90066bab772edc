package dev.millrace.evaluator.fused;

import dev.millrace.action.ItemAction.MergeFields;
import dev.millrace.action.ItemAction.ReplaceValues;
import dev.millrace.action.ItemAction.Replacement;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.Require;
import dev.millrace.function.Texts;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import dev.millrace.value.ListValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Stages that give items other values.
final class FieldStages {
  private FieldStages() {}

  /// Sets fields.
  static StreamStage set(Map<String, Expression> fields, Step step) {
    return assign(fields, step, ".set.", false);
  }

  /// Sets fields where they are null or new.
  static StreamStage fill(Map<String, Expression> fields, Step step) {
    return assign(fields, step, ".fill_missing.", true);
  }

  private static StreamStage assign(
      Map<String, Expression> fields, Step step, String path, boolean onlyMissing) {
    var list = new ArrayList<Guard>();
    fields.forEach((name, expression) ->
        list.add(Guard.of(expression, step.before(), step.pathOfField(name, path + name))));
    Guard[] guards = list.toArray(Guard[]::new);
    int[] places = places(fields.keySet(), step.after());
    int width = step.after().size();
    return PerItem.stage(
        (item, variables, ledger) -> {
          var changes = new @Nullable Value[width];
          for (int i = 0; i < guards.length; i++) {
            if (onlyMissing && isPresent(item, places[i])) {
              continue;
            }
            Value value = guards[i].of(item, variables, ledger);
            if (value == null) {
              return null;
            }
            changes[places[i]] = value;
          }
          return item.with(changes);
        },
        guards);
  }

  private static boolean isPresent(Item item, int place) {
    return place < item.size() && !item.get(place).isNull();
  }

  /// Splits a text field into fields.
  static StreamStage split(SplitField split, Step step) {
    int from = step.before().indexOf(split.field());
    int[] places = places(split.into(), step.after());
    int width = step.after().size();
    Closure parts =
        (item, _) -> {
          Value held = item.get(from);
          return held.isNull()
              ? ListValue.EMPTY
              : new ListValue(Texts.split(Require.text(held), split.separator(), places.length));
        };
    Guard guard = new Guard(parts, new Field(split.field()), step.path() + ".split_field", 0);
    return PerItem.stage((item, variables, ledger) -> {
      Value value = guard.of(item, variables, ledger);
      if (value == null) {
        return null;
      }
      List<Value> found = value instanceof ListValue(var all) ? all : List.of();
      var changes = new @Nullable Value[width];
      for (int i = 0; i < places.length; i++) {
        changes[places[i]] = i < found.size() ? found.get(i) : Null.NULL;
      }
      return item.with(changes);
    });
  }

  /// Merges fields into one.
  static StreamStage merge(MergeFields merge, Step step) {
    int[] from = places(merge.fields(), step.before());
    String separator = Objects.requireNonNullElse(merge.separator(), " ");
    int to = step.after().indexOf(merge.into());
    int width = step.after().size();
    return PerItem.stage((item, _, _) -> {
      var changes = new @Nullable Value[width];
      changes[to] = merged(item, from, separator);
      return item.with(changes);
    });
  }

  private static Value merged(Item item, int[] from, String separator) {
    StringBuilder text = null;
    for (int place : from) {
      Value value = item.get(place);
      if (!value.isNull()) {
        text = text == null ? new StringBuilder() : text.append(separator);
        text.append(Texts.toText(value));
      }
    }
    return text == null ? Null.NULL : Text.of(text.toString());
  }

  /// Replaces the values of a field.
  static StreamStage replace(ReplaceValues replace, Step step) {
    int place = step.after().indexOf(replace.field());
    int width = step.after().size();
    Value otherwise = replace.otherwise();
    var table = new HashMap<Value, Value>();
    for (Replacement replacement : replace.with()) {
      table.put(replacement.from(), replacement.to());
    }
    return PerItem.stage((item, _, _) -> {
      var changes = new @Nullable Value[width];
      Value old = item.get(place);
      changes[place] = table.getOrDefault(old, otherwise == null ? old : otherwise);
      return item.with(changes);
    });
  }

  private static int[] places(Collection<String> fields, Schema schema) {
    return fields.stream().mapToInt(schema::indexOf).toArray();
  }
}
