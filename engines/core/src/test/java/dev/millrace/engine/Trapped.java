package dev.millrace.engine;

import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Condition;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.pipeline.Folding;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Ranking;
import dev.millrace.pipeline.Sorting;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The fused evaluator with a trap at one step of the plan, sprung by every item that comes by:
/// before an item-wise or an ordered step and at a condition, after an aggregation, or wherever it
/// folds two entries.
///
/// @param place the path of the step, and ".fold" for where it folds
/// @param trap gets the row of the item; what it throws is thrown there
record Trapped(String place, LongConsumer trap) implements Evaluator {
  private static final FusedEvaluator FUSED = new FusedEvaluator();

  @Override
  public StreamStage items(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (isHere(steps.get(i))) {
        StreamStage rest = FUSED.items(steps.subList(i, steps.size()));
        StreamStage before = FUSED.items(steps.subList(0, i));
        return before.then(this::sprung).then(rest);
      }
    }
    return FUSED.items(steps);
  }

  @Override
  public StreamStage conform(Schema from, Schema to) {
    return FUSED.conform(from, to);
  }

  @Override
  public StreamStage ordered(Step step) {
    StreamStage ordered = FUSED.ordered(step);
    StreamStage sprung = this::sprung;
    return isHere(step) ? sprung.then(ordered) : ordered;
  }

  @Override
  public Aggregation<?> aggregation(Step step) {
    Aggregation<?> aggregation = FUSED.aggregation(step);
    boolean isInFold = place.equals(step.path() + ".fold");
    if (!isHere(step) && !isInFold) {
      return aggregation;
    }
    return switch (aggregation) {
      case Sorting<?> sorting -> new TrappedSorting<>(sorting, trap);
      case Folding<?> folding when isInFold -> new TrappedFolding<>(folding, _ -> {}, trap);
      case Folding<?> folding -> new TrappedFolding<>(folding, trap, _ -> {});
    };
  }

  @Override
  public Condition condition(Step step) {
    Condition condition = FUSED.condition(step);
    if (!isHere(step)) {
      return condition;
    }
    return (item, ledger) -> {
      trap.accept(item.row());
      return condition.of(item, ledger);
    };
  }

  private boolean isHere(Step step) {
    return step.path().equals(place);
  }

  private ItemStream sprung(ItemStream in, Ledger ledger) {
    return () -> sprung(in.next(), trap);
  }

  private static @Nullable Item sprung(@Nullable Item item, LongConsumer trap) {
    if (item != null) {
      trap.accept(item.row());
    }
    return item;
  }

  /// A sort whose items spring the trap as they come out.
  private record TrappedSorting<S>(Sorting<S> sorting, LongConsumer trap) implements Sorting<S> {
    @Override
    public void each(ItemStream in, Ledger ledger, Collector<S> into) {
      sorting.each(in, ledger, into);
    }

    @Override
    public @Nullable Item item(Entry<S> entry, Ledger ledger) {
      return sprung(sorting.item(entry, ledger), trap);
    }

    @Override
    public Comparator<Entry<S>> order() {
      return sorting.order();
    }

    @Override
    public long enough() {
      return sorting.enough();
    }

    @Override
    public @Nullable Ranking<S> ranking() {
      return sorting.ranking();
    }

    @Override
    public boolean restoresPlaces() {
      return sorting.restoresPlaces();
    }
  }

  /// A fold whose items spring a trap as they come out, and whose entries spring one, by their
  /// place, when they are folded with an earlier one.
  private record TrappedFolding<S>(Folding<S> folding, LongConsumer trap, LongConsumer inFold)
      implements Folding<S> {
    @Override
    public void each(ItemStream in, Ledger ledger, Collector<S> into) {
      folding.each(in, ledger, into);
    }

    @Override
    public Entry<S> fold(Entry<S> earlier, Entry<S> later) {
      inFold.accept(later.place());
      return folding.fold(earlier, later);
    }

    @Override
    public @Nullable Item item(Entry<S> entry, Ledger ledger) {
      return sprung(folding.item(entry, ledger), trap);
    }

    @Override
    public boolean survives(Entry<S> entry) {
      return folding.survives(entry);
    }

    @Override
    public boolean isMerging() {
      return folding.isMerging();
    }
  }
}
