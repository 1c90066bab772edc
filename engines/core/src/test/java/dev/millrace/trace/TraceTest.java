package dev.millrace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.engine.Answer;
import dev.millrace.engine.Chunking;
import dev.millrace.engine.JoinStrategy;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Storage;
import dev.millrace.generate.Feeds;
import dev.millrace.generate.Plans;
import dev.millrace.plan.Plan;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Over generated plans and feeds, on all engines: a trace changes nothing of what a run gives, and
/// keeps its laws. `-Dmillrace.seed=N` replays the case that a failure names.
class TraceTest {
  private static final int CASES = Integer.getInteger("millrace.cases", 200);
  private static final int[] PARALLELISM = {1, 2, 3, 8};
  private static final List<JoinStrategy> JOINS = List.of(JoinStrategy.values());

  @Test
  void run_traced_givesTheSameAndATraceThatKeepsTheLaws() {
    Long replay = Long.getLong("millrace.seed");
    long first = replay == null ? System.nanoTime() : replay;
    int succeeded = 0;
    for (long seed = first; seed < first + (replay == null ? CASES : 1); seed++) {
      succeeded += checkCase(seed);
    }
    assertThat(succeeded).isPositive();
  }

  private static int checkCase(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    Plan plan = new Plans(random).plan();
    Feed feed = Feeds.of(random);
    OnError policy = random.nextBoolean() ? OnError.DROP : OnError.NULL;
    Answer expected = Answer.ofReference(plan, feed, policy);
    for (Engines engine : Engines.values()) {
      var options = options(random, policy);
      String name = engine + " " + options + ", -Dmillrace.seed=" + seed + ": " + plan;
      int parallelism = engine.isParallel() ? options.parallelism() : 1;
      var trace = new Trace();
      long begin = System.nanoTime();
      Answer traced =
          Answer.of(engine.engine(), plan, feed, options, new RunHandle(parallelism, trace));
      long end = System.nanoTime();
      assertThat(traced).as(name).isEqualTo(expected);
      if (traced.failure() == null) {
        Laws.check(trace, parallelism, begin, end);
      }
    }
    return expected.failure() == null ? 1 : 0;
  }

  private static RunOptions options(RandomGenerator random, OnError policy) {
    Chunking chunking =
        random.nextInt(8) == 0 ? Chunking.ADAPTIVE : new Chunking.Fixed(1 + random.nextInt(20));
    int parallelism = PARALLELISM[random.nextInt(PARALLELISM.length)];
    JoinStrategy join = JOINS.get(random.nextInt(JOINS.size()));
    return new RunOptions(parallelism, chunking, policy, join, Storage.OBJECTS);
  }
}
