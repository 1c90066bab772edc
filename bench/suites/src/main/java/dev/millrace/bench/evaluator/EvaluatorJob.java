package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.WrongAnswerException;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.plan.Plan;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A job that is said twice: as a plan, which is known at run time only, and as a loop that
/// somebody wrote for it.
///
/// @param <R> what the loop reads: a row as a Java programmer holds it
/// @param <O> what the loop gives
public sealed interface EvaluatorJob<R, O>
    permits CheapNumbers,
        TextRules,
        DistinctSkus,
        BrandTotals,
        ProductSort,
        HeavyHash,
        CheapRules,
        Chain {
  /// What the job asks of an evaluator, and the selectivity of its filters.
  String question();

  /// Where its rows come from.
  Table<R> table();

  /// The actions of the plan.
  List<Action> plan();

  /// The share of so many rows that comes out, to about a hundredth.
  double kept(int items);

  /// The loop over rows of objects: what is given here is what every ratio is to.
  List<O> hand(List<R> rows);

  /// The best loop that is known, over data that is laid out for it; [#hand] unless there is a
  /// better one.
  default TunedLoop<?, O> tuned(List<R> rows) {
    return new TunedLoop<>(() -> hand(rows), given -> given);
  }

  /// The values of the item that something given by a loop stands for.
  Value[] values(O given);

  /// The feed that holds the rows as items.
  default Feed feed(int items) {
    return table().feed(items);
  }

  /// The plan, checked.
  default Plan checkedPlan() {
    return Plan.of(plan(), table().schema());
  }

  /// The loop over so many rows.
  default Supplier<List<O>> handLoop(int items) {
    List<R> rows = table().rows(items);
    return () -> hand(rows);
  }

  /// The best loop over so many rows, after a check of its answer.
  ///
  /// @throws WrongAnswerException if it is not that of [#hand]
  default TunedLoop<?, O> tunedLoop(int items) {
    TunedLoop<?, O> loop = tuned(table().rows(items));
    Answer expected = answer(items);
    Answer got = answer(loop.results());
    if (!got.equals(expected)) {
      throw new WrongAnswerException("tuned loop", expected, got);
    }
    return loop;
  }

  /// The answer to so many rows, by the loop.
  default Answer answer(int items) {
    return answer(hand(table().rows(items)));
  }

  /// The answer that something given by a loop is.
  default Answer answer(Iterable<? extends O> given) {
    var items = new ArrayList<Item>();
    for (O each : given) {
      items.add(new Item(items.size(), values(each)));
    }
    return Answer.of(Feed.of(checkedPlan().output(), items));
  }
}
