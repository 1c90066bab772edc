package dev.millrace.plan;

import static dev.millrace.feed.Type.ANY;
import static dev.millrace.feed.Type.BOOLEAN;
import static dev.millrace.feed.Type.LIST;
import static dev.millrace.feed.Type.TEXT;

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
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The rules of item-wise actions: what each asks of the schema before it, and the schema after it.
final class ItemRules {
  private final Problems problems;
  private final Demands demands;

  ItemRules(Problems problems) {
    this.problems = problems;
    this.demands = new Demands(problems);
  }

  /// The schema after an action.
  Schema after(ItemAction action, Schema before, String path) {
    return switch (action) {
      case SetFields(var fields) -> set(fields, before, path + ".set");
      case RemoveFields(var fields) -> remove(fields, before, path + ".remove");
      case RenameFields(var fields) -> rename(fields, before, path + ".rename");
      case KeepFields(var fields) -> keep(fields, before, path + ".keep");
      case FillMissing(var fields) -> fill(fields, before, path + ".fill_missing");
      case SplitField split -> split(split, before, path);
      case MergeFields merge -> merge(merge, before, path);
      case ReplaceValues replace -> replace(replace, before, path);
      case Lookup lookup -> new LookupRule(problems).after(lookup, before, path);
      case Explode explode -> explode(explode, before, path + ".explode");
      case Filter(var condition) -> demands.expect(BOOLEAN, condition, before, path + ".filter");
      case Sample sample -> sample(sample, before, path);
      case KeepListed(var of, var values) -> listed(of, values, before, path, "keep_listed");
      case DropListed(var of, var values) -> listed(of, values, before, path, "drop_listed");
      case Validate(var condition, _) ->
          demands.expect(BOOLEAN, condition, before, path + ".validate");
    };
  }

  private Schema set(SequencedMap<String, Expression> fields, Schema before, String path) {
    demands.notEmpty(fields.size(), path, "field");
    Schema after = before;
    for (Map.Entry<String, Expression> field : fields.entrySet()) {
      Type type = demands.typeOf(field.getValue(), before, path + "." + field.getKey());
      after = after.with(new Column(field.getKey(), type));
    }
    return after;
  }

  private Schema remove(List<String> fields, Schema before, String path) {
    demands.notEmpty(fields.size(), path, "field");
    fields.forEach(field -> demands.field(field, before, path));
    return new Schema(
        before.columns().stream().filter(column -> !fields.contains(column.name())).toList());
  }

  private Schema rename(SequencedMap<String, String> fields, Schema before, String path) {
    demands.notEmpty(fields.size(), path, "field");
    fields.keySet().forEach(field -> demands.field(field, before, path));
    var names = new HashSet<String>();
    var after = new ArrayList<Column>();
    for (Column column : before.columns()) {
      String name = fields.getOrDefault(column.name(), column.name());
      if (names.add(name)) {
        after.add(new Column(name, column.type()));
      } else {
        problems.add(path, "there would be two fields named '" + name + "'");
      }
    }
    return new Schema(after);
  }

  /// The schema of some fields alone, in the order given.
  Schema keep(List<String> fields, Schema before, String path) {
    demands.distinct(fields, path);
    Schema after = Schema.EMPTY;
    for (String name : fields) {
      after = after.with(new Column(name, demands.field(name, before, path)));
    }
    return after;
  }

  private Schema fill(SequencedMap<String, Expression> fields, Schema before, String path) {
    demands.notEmpty(fields.size(), path, "field");
    Schema after = before;
    for (Map.Entry<String, Expression> field : fields.entrySet()) {
      Type held = before.typeOf(field.getKey());
      Type given = demands.typeOf(field.getValue(), before, path + "." + field.getKey());
      after = after.with(new Column(field.getKey(), held == null ? given : held.or(given)));
    }
    return after;
  }

  private Schema split(SplitField split, Schema before, String path) {
    demands.fieldOf(TEXT, split.field(), before, path + ".split_field");
    if (split.separator().isEmpty()) {
      problems.add(path + ".separator", "wants a separator that is not empty");
    }
    demands.distinct(split.into(), path + ".into");
    Schema after = before;
    for (String name : split.into()) {
      after = after.with(new Column(name, TEXT));
    }
    return after;
  }

  private Schema merge(MergeFields merge, Schema before, String path) {
    demands.notEmpty(merge.fields().size(), path + ".merge_fields", "field");
    merge.fields().forEach(field -> demands.field(field, before, path + ".merge_fields"));
    return before.with(new Column(merge.into(), TEXT));
  }

  private Schema replace(ReplaceValues replace, Schema before, String path) {
    Type held = demands.field(replace.field(), before, path + ".replace_values");
    demands.notEmpty(replace.with().size(), path + ".with", "replacement");
    Value otherwise = replace.otherwise();
    Type result = otherwise == null ? held : ExpressionTypes.of(otherwise);
    var places = new HashMap<Value, Integer>();
    for (int i = 0; i < replace.with().size(); i++) {
      Replacement replacement = replace.with().get(i);
      String place = path + ".with[" + i + "]";
      ofType(held, replacement.from(), place + ".from");
      Integer earlier = places.putIfAbsent(replacement.from(), i);
      if (earlier != null) {
        problems.add(place + ".from", "is replaced by with[" + earlier + "] already");
      }
      if (!replacement.to().isNull()) {
        result = result.or(ExpressionTypes.of(replacement.to()));
      }
    }
    return before.with(new Column(replace.field(), result));
  }

  private Schema explode(Explode explode, Schema before, String path) {
    demands.fieldOf(LIST, explode.field(), before, path);
    String into = explode.into();
    return before.with(new Column(into == null ? explode.field() : into, ANY));
  }

  private Schema sample(Sample sample, Schema before, String path) {
    demands.typeOf(sample.by(), before, path + ".sample");
    Decimal share = sample.share();
    if (share.compareTo(Decimal.ZERO) < 0 || share.compareTo(Decimal.ONE) > 0) {
      problems.add(path + ".share", "wants a number from 0 to 1, not " + share);
    }
    return before;
  }

  private Schema listed(
      Expression of, List<Value> values, Schema before, String path, String name) {
    Type type = demands.typeOf(of, before, path + "." + name);
    demands.notEmpty(values.size(), path + ".values", "value");
    for (int i = 0; i < values.size(); i++) {
      ofType(type, values.get(i), path + ".values[" + i + "]");
    }
    return before;
  }

  private void ofType(Type wanted, Value value, String path) {
    Type type = ExpressionTypes.of(value);
    if (!type.mayBe(wanted)) {
      problems.add(path, "wants " + wanted + ", as what it is compared with, but this is " + type);
    }
  }
}
