package dev.millrace.bench.rounds;

import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.Task;
import dev.millrace.engine.RunOptions;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Plan;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.value.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Items that each cost a count of [Rounds]. The work on an item is to hash its row by so many
/// rounds, and to keep the item unless the hash ends in six zero bits: which items come out cannot
/// be known without the work, and nothing is allocated for it.
public final class RoundsFeed {
  private static final Schema SCHEMA = Schema.of(new Column("rounds", Type.NUMBER));
  private static final long MASK = 63;

  private final Feed feed;
  private final int[] rounds;

  private RoundsFeed(Feed feed, int[] rounds) {
    this.feed = feed;
    this.rounds = rounds;
  }

  /// A feed, after which the heap is settled.
  ///
  /// @param items how many items there are
  /// @param rounds how many rounds the item of an index costs
  public static RoundsFeed of(int items, IntUnaryOperator rounds) {
    int[] each = IntStream.range(0, items).map(rounds).toArray();
    var all = new ArrayList<Item>(items);
    for (int row = 0; row < items; row++) {
      all.add(new Item(row, Decimal.of(each[row])));
    }
    Feed feed = Feed.of(SCHEMA, all);
    System.gc();
    return new RoundsFeed(feed, each);
  }

  /// The reference: all the work in one loop on this thread.
  ///
  /// @return the items that are kept, in order
  public List<Item> loop() {
    var kept = new ArrayList<Item>();
    for (Item item : feed) {
      if (isKept(item)) {
        kept.add(item);
      }
    }
    return kept;
  }

  /// The answer, found by the loop.
  public Answer answer() {
    return Answer.of(Feed.of(SCHEMA, loop()));
  }

  /// A task that does the work by a scheduler, after a check that it gives the loop's answer.
  ///
  /// @throws dev.millrace.bench.workload.WrongAnswerException if it does not
  public Task task(Scheduler scheduler, RunOptions options) throws InterruptedException {
    return task(stage(), scheduler, options);
  }

  /// The same by another stage, which keeps what [#stage()] keeps.
  ///
  /// @throws dev.millrace.bench.workload.WrongAnswerException if it does not
  public Task task(StreamStage stage, Scheduler scheduler, RunOptions options)
      throws InterruptedException {
    var engine = new ComposedEngine(new ItemsEvaluator(stage), scheduler);
    var task =
        new Task(scheduler + ", " + options, engine, Plan.of(List.of(), SCHEMA), feed, options);
    task.check(answer());
    return task;
  }

  /// The stage that does the work.
  public StreamStage stage() {
    return this::worked;
  }

  private ItemStream worked(ItemStream in, Ledger ledger) {
    return () -> {
      for (Item item = in.next(); item != null; item = in.next()) {
        if (isKept(item)) {
          return item;
        }
        ledger.filtered(1);
      }
      return null;
    };
  }

  private boolean isKept(Item item) {
    return (Rounds.of(item.row(), rounds[(int) item.row()]) & MASK) != 0;
  }
}
