package dev.millrace.evaluator.vectorised;

import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Type;
import dev.millrace.pipeline.Gathering;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Made;
import dev.millrace.plan.Step;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Groups by numbers instead of by keys: each item gets the number of its group, and each aggregate
/// is a loop that adds to the place of that number.
///
/// @param keys how many fields are grouped by
/// @param aggregates what becomes of the members
/// @param paths the place of each aggregate in the plan
/// @param reader evaluates the fields, and what the aggregates are made of after them
record GroupGathering(int keys, List<Aggregate> aggregates, List<String> paths, KeyReader reader)
    implements Gathering<KeyedItems> {
  /// The gathering of a group.
  static GroupGathering of(Group group, Step step) {
    var operands = new ArrayList<Expression>();
    var paths = new ArrayList<String>();
    for (String field : group.by()) {
      operands.add(new Field(field));
      paths.add(step.path());
    }
    for (Map.Entry<String, Aggregate> into : group.into().entrySet()) {
      operands.add(into.getValue().of());
      String name = Construct.name(into.getValue().getClass());
      paths.add(step.path() + ".into." + into.getKey() + "." + name);
    }
    var reader = KeyReader.of(operands, step.before(), paths::get);
    int keys = group.by().size();
    List<Aggregate> aggregates = List.copyOf(group.into().values());
    return new GroupGathering(keys, aggregates, paths.subList(keys, paths.size()), reader);
  }

  /// Whether a group is made of aggregates that have loops.
  static boolean canDo(Group group, Step step) {
    return group.into().values().stream().allMatch(aggregate -> canDo(aggregate, step));
  }

  private static boolean canDo(Aggregate aggregate, Step step) {
    return switch (aggregate) {
      case Aggregate.Count _, Aggregate.Min _, Aggregate.Max _, Aggregate.First _ -> true;
      case Aggregate.Sum _, Aggregate.Avg _ ->
          aggregate.of() instanceof Field(var name) && step.before().typeOf(name) == Type.NUMBER;
      case Aggregate.Concat _, Aggregate.CountDistinct _, Aggregate.Implode _ -> false;
    };
  }

  @Override
  public KeyedItems keep(ItemStream in, Ledger ledger) {
    return reader.read(in, ledger);
  }

  @Override
  public Made finish(List<KeyedItems> kept, Ledger ledger) {
    KeyedItems all = KeyedItems.of(kept);
    Identities groups = Identities.of(all, keys);
    ledger.merged(all.size() - groups.count());
    var loops = GroupLoops.of(all, groups);
    var columns = new Vector[keys + aggregates.size()];
    for (int i = 0; i < keys; i++) {
      columns[i] = loops.first(i);
    }
    for (int i = 0; i < aggregates.size(); i++) {
      columns[keys + i] = loops.of(aggregates.get(i), keys + i);
    }
    var made = new Groups(this, all.places(), groups, columns);
    return new Made(groups.count(), (from, to) -> open -> made.stream(from, to, open));
  }
}
