package dev.millrace.bench.evaluator;

import dev.millrace.Engines;
import dev.millrace.engine.RunOptions;
import dev.millrace.feed.Feed;
import dev.millrace.plan.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/// Plans that wait for their first run over feeds of one size. For one thread.
public final class FirstRuns {
  private final Engines engine;
  private final Feed feed;
  private final int plansPerRound;
  private final Deque<Plan> plans = new ArrayDeque<>();
  private final RunOptions options = RunOptions.parallel(1);

  /// As many plans as some rounds need.
  ///
  /// @param engine what runs them
  /// @param items how many products they are run over
  /// @param volume how many items a round takes in, over all its plans
  public FirstRuns(Engines engine, int items, int volume) {
    this.engine = engine;
    this.feed = new Products().feed(items);
    this.plansPerRound = Math.max(1, volume / items);
  }

  /// Draws the plans of so many rounds.
  public void draw(DrawnPlans kind, int rounds, SplittableRandom random) {
    for (int i = 0; i < rounds * plansPerRound; i++) {
      plans.add(kind.plan(random));
    }
  }

  /// Runs each of a round's plans once, none of which was run before.
  ///
  /// @return how many items came out
  /// @throws java.util.NoSuchElementException if there are more rounds than plans were drawn for
  public long unseen() throws InterruptedException {
    long items = 0;
    for (int i = 0; i < plansPerRound; i++) {
      items += run(plans.remove());
    }
    return items;
  }

  /// Runs the next plan as often as a round has plans; the next round takes the same.
  ///
  /// @return how many items came out
  public long again() throws InterruptedException {
    Plan plan = plans.element();
    long items = 0;
    for (int i = 0; i < plansPerRound; i++) {
      items += run(plan);
    }
    return items;
  }

  private long run(Plan plan) throws InterruptedException {
    return engine.engine().run(plan, feed, options).counts().written();
  }
}
