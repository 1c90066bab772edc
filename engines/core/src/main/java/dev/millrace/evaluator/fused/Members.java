package dev.millrace.evaluator.fused;

import dev.millrace.action.Aggregate;
import dev.millrace.feed.Item;
import dev.millrace.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The members of a group: the first of them, and what was accumulated of all.
///
/// As long as there is but one, it is kept as the values that the aggregates are made of; so a
/// member that joins a group needs no accumulators of its own. Used by one thread at a time.
final class Members {
  private final Item first;
  private final Value[] values;
  private Accumulator @Nullable [] accumulators;

  /// A group with one member, which owns `values`, one for each aggregate.
  Members(Item first, Value[] values) {
    this.first = first;
    this.values = values;
  }

  /// The first member.
  Item first() {
    return first;
  }

  /// These members and later ones, which are used up.
  Members join(Members later, List<Aggregate> aggregates) {
    Accumulator[] mine = accumulators(aggregates);
    for (int i = 0; i < mine.length; i++) {
      if (later.accumulators == null) {
        mine[i].add(later.values[i]);
      } else {
        mine[i].join(later.accumulators[i]);
      }
    }
    return this;
  }

  /// What was accumulated, for each aggregate.
  Accumulator[] accumulators(List<Aggregate> aggregates) {
    if (accumulators == null) {
      accumulators = aggregates.stream().map(Accumulator::of).toArray(Accumulator[]::new);
      for (int i = 0; i < values.length; i++) {
        accumulators[i].add(values[i]);
      }
    }
    return accumulators;
  }
}
