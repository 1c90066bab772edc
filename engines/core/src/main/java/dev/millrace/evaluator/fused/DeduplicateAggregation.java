package dev.millrace.evaluator.fused;

import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Folding;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Key;
import dev.millrace.pipeline.Ledger;
import dev.millrace.plan.Step;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Keeps one item of each key, or none.
final class DeduplicateAggregation implements Folding<DeduplicateAggregation.Candidate> {
  private final Keep keep;
  private final int keys;
  private final Keys operands;

  DeduplicateAggregation(Deduplicate deduplicate, Step step) {
    keep = deduplicate.keep();
    keys = deduplicate.by().size();
    operands = new Keys(guards(deduplicate, step));
  }

  private static List<Guard> guards(Deduplicate deduplicate, Step step) {
    var guards = new ArrayList<Guard>();
    for (int i = 0; i < deduplicate.by().size(); i++) {
      String path = step.path() + ".deduplicate[" + i + "]";
      guards.add(Guard.of(deduplicate.by().get(i), step.before(), path));
    }
    Expression of = deduplicate.of();
    if (of != null) {
      guards.add(Guard.of(of, step.before(), step.path() + ".of"));
    }
    return guards;
  }

  /// The item that would be kept if no other came.
  ///
  /// @param item the item
  /// @param worth what it is compared by, null where items are not
  /// @param isAlone whether it is the only one of its key; the mark that keeps a key left out,
  ///   however its items are joined
  record Candidate(Item item, Value worth, boolean isAlone) {}

  @Override
  public void each(ItemStream in, Ledger ledger, Collector<Candidate> into) {
    operands.each(
        in,
        ledger,
        (item, values) -> {
          Value worth = values.length > keys ? values[keys] : Null.NULL;
          var key = new Key(values.length > keys ? Arrays.copyOf(values, keys) : values);
          into.add(key, new Candidate(item, worth, true));
        });
  }

  @Override
  public Entry<Candidate> fold(Entry<Candidate> earlier, Entry<Candidate> later) {
    return switch (keep) {
      case FIRST -> earlier;
      case LAST -> later;
      case MIN -> isBetter(later, earlier, -1) ? later : earlier;
      case MAX -> isBetter(later, earlier, 1) ? later : earlier;
      case NONE -> notAlone(earlier);
    };
  }

  private static boolean isBetter(Entry<Candidate> one, Entry<Candidate> other, int sign) {
    Value worth = one.state().worth();
    Value than = other.state().worth();
    return !worth.isNull() && (than.isNull() || Integer.signum(worth.compareTo(than)) == sign);
  }

  private static Entry<Candidate> notAlone(Entry<Candidate> entry) {
    Candidate candidate = entry.state();
    return candidate.isAlone()
        ? entry.with(new Candidate(candidate.item(), candidate.worth(), false))
        : entry;
  }

  @Override
  public boolean survives(Entry<Candidate> entry) {
    return keep != Keep.NONE || entry.state().isAlone();
  }

  @Override
  public Item item(Entry<Candidate> entry, Ledger ledger) {
    return entry.state().item();
  }
}
