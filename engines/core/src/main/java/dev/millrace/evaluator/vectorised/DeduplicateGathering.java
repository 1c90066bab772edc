package dev.millrace.evaluator.vectorised;

import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.expression.Expression;
import dev.millrace.pipeline.Gathering;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Made;
import dev.millrace.plan.Step;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Keeps one item of each key, or none; the items that are kept stay where they are.
///
/// @param deduplicate what is kept
/// @param reader evaluates the keys, and what items are compared by after them
record DeduplicateGathering(Deduplicate deduplicate, KeyReader reader)
    implements Gathering<KeyedItems> {
  private static final int NOBODY = -1;

  /// The gathering of a deduplication.
  static DeduplicateGathering of(Deduplicate deduplicate, Step step) {
    var operands = new ArrayList<>(deduplicate.by());
    Expression of = deduplicate.of();
    if (of != null) {
      operands.add(of);
    }
    int keys = deduplicate.by().size();
    var reader =
        new KeyReader(
            operands,
            step.before(),
            i -> step.path() + (i < keys ? ".deduplicate[" + i + "]" : ".of"));
    return new DeduplicateGathering(deduplicate, reader);
  }

  @Override
  public KeyedItems keep(ItemStream in, Ledger ledger) {
    return reader.read(in, ledger);
  }

  @Override
  public Made finish(List<KeyedItems> kept, Ledger ledger) {
    KeyedItems all = KeyedItems.of(kept);
    var keys = new ArrayList<KeyColumn>();
    for (int i = 0; i < deduplicate.by().size(); i++) {
      keys.add(KeyColumn.of(all, i));
    }
    int[] chosen = chosen(Identities.of(keys, all.size()), all);
    Arrays.sort(chosen);
    int from = 0;
    while (from < chosen.length && chosen[from] == NOBODY) {
      from++;
    }
    int[] order = Arrays.copyOfRange(chosen, from, chosen.length);
    ledger.filtered(all.size() - order.length);
    return Made.of(all.inOrder(order));
  }

  /// For each key the item that is kept, or [#NOBODY].
  private int[] chosen(Identities identities, KeyedItems all) {
    int[] firsts = identities.firsts();
    return switch (deduplicate.keep()) {
      case FIRST -> firsts.clone();
      case LAST -> last(identities);
      case NONE -> alone(identities);
      case MIN -> best(identities, all, -1);
      case MAX -> best(identities, all, 1);
    };
  }

  private static int[] last(Identities identities) {
    var chosen = new int[identities.firsts().length];
    int[] of = identities.of();
    for (int i = 0; i < of.length; i++) {
      chosen[of[i]] = i;
    }
    return chosen;
  }

  private static int[] alone(Identities identities) {
    int[] chosen = identities.firsts().clone();
    int[] of = identities.of();
    for (int i = 0; i < of.length; i++) {
      if (chosen[of[i]] != i) {
        chosen[of[i]] = NOBODY;
      }
    }
    return chosen;
  }

  private int[] best(Identities identities, KeyedItems all, int sign) {
    var worth = KeyColumn.values(all, deduplicate.by().size());
    int[] chosen = identities.firsts().clone();
    int[] of = identities.of();
    for (int i = 0; i < of.length; i++) {
      if (isBetter(worth[i], worth[chosen[of[i]]], sign)) {
        chosen[of[i]] = i;
      }
    }
    return chosen;
  }

  private static boolean isBetter(Value worth, Value than, int sign) {
    return !worth.isNull() && (than.isNull() || Integer.signum(worth.compareTo(than)) == sign);
  }
}
