package dev.millrace.evaluator.eager;

import static dev.millrace.evaluator.eager.Rows.conform;
import static dev.millrace.evaluator.eager.Rows.with;

import dev.millrace.action.ItemAction;
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
import dev.millrace.action.ItemAction.Replacement;
import dev.millrace.action.ItemAction.Sample;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.action.ItemAction.Unmatched;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.engine.OnError;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Require;
import dev.millrace.function.Sampling;
import dev.millrace.function.Texts;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import dev.millrace.value.ListValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Item-wise actions over one item, for one step.
///
/// @param onError the error policy
/// @param totals where items that are left out or added are counted
/// @param step the step
record EagerItems(OnError onError, Totals totals, Step step) {

  /// What an action makes of an item.
  ///
  /// @param out where it goes
  void run(ItemAction action, Item item, List<Event> out) {
    switch (action) {
      case SetFields(var fields) -> set(fields, item, out);
      case RemoveFields _, KeepFields _ -> out.add(new Event.Item(wide(item)));
      case RenameFields _ -> out.add(new Event.Item(item));
      case FillMissing(var fields) -> fill(fields, item, out);
      case SplitField split -> split(split, item, out);
      case MergeFields merge -> merge(merge, item, out);
      case ReplaceValues replace -> replace(replace, item, out);
      case Lookup lookup -> lookup(lookup, item, out);
      case Explode explode -> explode(explode, item, out);
      case Filter(var condition) -> {
        String path = step.path() + ".filter";
        keepIf(
            Bool.TRUE::equals,
            policy(out).condition(item, path, condition, step.before()),
            item,
            out);
      }
      case Sample(var by, var share) ->
          keepIf(Sampling.of(share)::isChosen, value(by, "sample", item, out), item, out);
      case KeepListed(var of, var values) ->
          keepIf(values::contains, value(of, "keep_listed", item, out), item, out);
      case DropListed(var of, var values) ->
          keepIf(value -> !values.contains(value), value(of, "drop_listed", item, out), item, out);
      case Validate validate -> validate(validate, item, out);
    }
  }

  private void set(Map<String, Expression> fields, Item item, List<Event> out) {
    Item changed = wide(item);
    for (Map.Entry<String, Expression> field : fields.entrySet()) {
      Value value = value(field.getValue(), "set." + field.getKey(), item, out);
      if (value == null) {
        return;
      }
      changed = with(changed, step.after(), field.getKey(), value);
    }
    out.add(new Event.Item(changed));
  }

  private void fill(Map<String, Expression> fields, Item item, List<Event> out) {
    Item changed = wide(item);
    for (Map.Entry<String, Expression> field : fields.entrySet()) {
      if (changed.get(step.after().indexOf(field.getKey())).isNull()) {
        Value value = value(field.getValue(), "fill_missing." + field.getKey(), item, out);
        if (value == null) {
          return;
        }
        changed = with(changed, step.after(), field.getKey(), value);
      }
    }
    out.add(new Event.Item(changed));
  }

  private void split(SplitField split, Item item, List<Event> out) {
    Value held = item.get(step.before().indexOf(split.field()));
    Value parts =
        policy(out)
            .value(
                item,
                step.path() + ".split_field",
                new Field(split.field()),
                () -> held.isNull() ? ListValue.EMPTY : parts(split, held));
    if (parts == null) {
      return;
    }
    List<Value> found = parts instanceof ListValue(var all) ? all : List.of();
    Item changed = wide(item);
    for (int i = 0; i < split.into().size(); i++) {
      Value part = i < found.size() ? found.get(i) : Null.NULL;
      changed = with(changed, step.after(), split.into().get(i), part);
    }
    out.add(new Event.Item(changed));
  }

  private static ListValue parts(SplitField split, Value held) {
    String text = Require.text(held);
    return new ListValue(Texts.split(text, split.separator(), split.into().size()));
  }

  private void merge(MergeFields merge, Item item, List<Event> out) {
    List<Value> values =
        merge.fields().stream().map(field -> item.get(step.before().indexOf(field))).toList();
    String separator = Objects.requireNonNullElse(merge.separator(), " ");
    Value merged =
        values.stream().allMatch(Value::isNull)
            ? Null.NULL
            : Text.of(Texts.join(new ListValue(values), separator));
    out.add(new Event.Item(with(wide(item), step.after(), merge.into(), merged)));
  }

  private void replace(ReplaceValues replace, Item item, List<Event> out) {
    Value old = item.get(step.before().indexOf(replace.field()));
    Value result = Objects.requireNonNullElse(replace.otherwise(), old);
    for (Replacement replacement : replace.with()) {
      if (replacement.from().equals(old)) {
        result = replacement.to();
      }
    }
    out.add(new Event.Item(with(item, step.after(), replace.field(), result)));
  }

  private void lookup(Lookup lookup, Item item, List<Event> out) {
    Value key = value(lookup.key(), "lookup", item, out);
    if (key == null) {
      return;
    }
    Item row = row(lookup.table(), lookup.on(), key);
    if (row == null && lookup.unmatched() == Unmatched.DROP) {
      totals.filtered++;
      return;
    }
    Item changed = wide(item);
    for (String name : lookup.take()) {
      Value value = row == null ? Null.NULL : row.get(lookup.table().schema().indexOf(name));
      changed = with(changed, step.after(), name, value);
    }
    out.add(new Event.Item(changed));
  }

  private static @Nullable Item row(Feed table, String on, Value key) {
    int place = table.schema().indexOf(on);
    for (Item row : table) {
      if (!key.isNull() && row.get(place).equals(key)) {
        return row;
      }
    }
    return null;
  }

  private void explode(Explode explode, Item item, List<Event> out) {
    Value held = item.get(step.before().indexOf(explode.field()));
    Value list =
        policy(out)
            .value(
                item,
                step.path() + ".explode",
                new Field(explode.field()),
                () -> held.isNull() ? held : Require.list(held));
    if (list == null) {
      return;
    }
    List<Value> elements = list instanceof ListValue(var all) ? all : List.of();
    if (elements.isEmpty()) {
      totals.filtered++;
    } else {
      totals.added += elements.size() - 1;
    }
    String into = Objects.requireNonNullElse(explode.into(), explode.field());
    Item wide = wide(item);
    elements.forEach(element -> out.add(new Event.Item(with(wide, step.after(), into, element))));
  }

  private void validate(Validate validate, Item item, List<Event> out) {
    var interpreter = new Interpreter(step.before(), item, Map.of());
    Value valid =
        policy(out)
            .value(
                item,
                step.path() + ".validate",
                validate.condition(),
                () -> {
                  if (Require.isTrue(interpreter.value(validate.condition()))) {
                    return Bool.TRUE;
                  }
                  throw new EvaluationException(validate.message());
                });
    if (valid != null) {
      out.add(new Event.Item(item));
    }
  }

  private void keepIf(Predicate<Value> isKept, @Nullable Value value, Item item, List<Event> out) {
    if (value == null) {
      return;
    }
    if (isKept.test(value)) {
      out.add(new Event.Item(item));
    } else {
      totals.filtered++;
    }
  }

  private @Nullable Value value(Expression expression, String place, Item item, List<Event> out) {
    return policy(out).value(item, step.path() + "." + place, expression, step.before());
  }

  private Policy policy(List<Event> out) {
    return new Policy(onError, out);
  }

  /// The item with the columns it has after the step.
  private Item wide(Item item) {
    return conform(item, step.before(), step.after());
  }
}
