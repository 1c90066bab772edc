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
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Keeps one item of each key, or none; the items that are kept stay where they are.
///
/// @param deduplicate what is kept
/// @param reader evaluates the keys, and what items are compared by after them
record DeduplicateGathering(Deduplicate deduplicate, KeyReader reader)
    implements Gathering<KeyedItems> {
  /// The gathering of a deduplication.
  static DeduplicateGathering of(Deduplicate deduplicate, Step step) {
    var operands = new ArrayList<>(deduplicate.by());
    Expression of = deduplicate.of();
    if (of != null) {
      operands.add(of);
    }
    int keys = deduplicate.by().size();
    var reader =
        KeyReader.of(
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
    Identities identities = Identities.of(all, deduplicate.by().size());
    int[] chosen = chosen(identities, all);
    ledger.filtered(all.size() - chosen.length);
    return all.places().chosen(chosen);
  }

  /// The items that are kept, in the order that they have.
  private int[] chosen(Identities identities, KeyedItems all) {
    int[] firsts = identities.firsts();
    int[] sizes = identities.sizes();
    IntStream keys = Arrays.stream(identities.inOrder());
    return switch (deduplicate.keep()) {
      case FIRST -> keys.map(key -> firsts[key]).toArray();
      case NONE -> keys.filter(key -> sizes[key] == 1).map(key -> firsts[key]).toArray();
      case LAST -> ascending(identities, last(identities, all));
      case MIN -> ascending(identities, best(identities, all, -1));
      case MAX -> ascending(identities, best(identities, all, 1));
    };
  }

  /// One item of each key, in the order that the items have.
  private static int[] ascending(Identities identities, int[] ofKeys) {
    var chosen = new BitSet();
    for (int key : identities.inOrder()) {
      chosen.set(ofKeys[key]);
    }
    return chosen.stream().toArray();
  }

  private static int[] last(Identities identities, KeyedItems all) {
    int[] chosen = identities.firsts().clone();
    int next = 0;
    for (int i = 0; i < identities.of().length; i++) {
      int size = all.pieces().get(i).size();
      for (int j = 0; j < size; j++) {
        chosen[identities.of()[i][j]] = next++;
      }
    }
    return chosen;
  }

  private int[] best(Identities identities, KeyedItems all, int sign) {
    Value[] worth = KeyParts.held(all, deduplicate.by().size()).values();
    int[] chosen = identities.firsts().clone();
    int next = 0;
    for (int i = 0; i < identities.of().length; i++) {
      int size = all.pieces().get(i).size();
      for (int j = 0; j < size; j++) {
        int key = identities.of()[i][j];
        if (isBetter(worth[next], worth[chosen[key]], sign)) {
          chosen[key] = next;
        }
        next++;
      }
    }
    return chosen;
  }

  private static boolean isBetter(Value worth, Value than, int sign) {
    return !worth.isNull() && (than.isNull() || Integer.signum(worth.compareTo(than)) == sign);
  }
}
