package dev.millrace.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.millrace.slot.Slots;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/// One thread fills a slot, another fails it. One is refused, and what the other left stays.
@Description("put beside fail")
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "It was filled.")
@Outcome(id = "0, 1, -1", expect = ACCEPTABLE, desc = "It failed.")
@Outcome(expect = FORBIDDEN, desc = "It did both or none, or what was refused stayed.")
public final class PutOrFail {
  private PutOrFail() {}

  /// With [Slots#MVAR].
  @State
  @JCStressTest
  @JCStressMeta(PutOrFail.class)
  public static class MVar {
    private final Contest contest = new Contest(Slots.MVAR);

    /// Puts 1.
    @Actor
    public void filler(III_Result result) {
      result.r1 = contest.put(1);
    }

    /// Fails it.
    @Actor
    public void failing(III_Result result) {
      result.r2 = contest.fail();
    }

    /// Takes what stayed.
    @Arbiter
    public void taker(III_Result result) {
      result.r3 = contest.take();
    }
  }

  /// With [Slots#MONITOR].
  @State
  @JCStressTest
  @JCStressMeta(PutOrFail.class)
  public static class Monitor {
    private final Contest contest = new Contest(Slots.MONITOR);

    /// Puts 1.
    @Actor
    public void filler(III_Result result) {
      result.r1 = contest.put(1);
    }

    /// Fails it.
    @Actor
    public void failing(III_Result result) {
      result.r2 = contest.fail();
    }

    /// Takes what stayed.
    @Arbiter
    public void taker(III_Result result) {
      result.r3 = contest.take();
    }
  }

  /// With [Slots#FUTURE].
  @State
  @JCStressTest
  @JCStressMeta(PutOrFail.class)
  public static class Future {
    private final Contest contest = new Contest(Slots.FUTURE);

    /// Puts 1.
    @Actor
    public void filler(III_Result result) {
      result.r1 = contest.put(1);
    }

    /// Fails it.
    @Actor
    public void failing(III_Result result) {
      result.r2 = contest.fail();
    }

    /// Takes what stayed.
    @Arbiter
    public void taker(III_Result result) {
      result.r3 = contest.take();
    }
  }

  /// With [Slots#LOCKFREE].
  @State
  @JCStressTest
  @JCStressMeta(PutOrFail.class)
  public static class LockFree {
    private final Contest contest = new Contest(Slots.LOCKFREE);

    /// Puts 1.
    @Actor
    public void filler(III_Result result) {
      result.r1 = contest.put(1);
    }

    /// Fails it.
    @Actor
    public void failing(III_Result result) {
      result.r2 = contest.fail();
    }

    /// Takes what stayed.
    @Arbiter
    public void taker(III_Result result) {
      result.r3 = contest.take();
    }
  }

  /// With [Slots#COUNTDOWN].
  @State
  @JCStressTest
  @JCStressMeta(PutOrFail.class)
  public static class Countdown {
    private final Contest contest = new Contest(Slots.COUNTDOWN);

    /// Puts 1.
    @Actor
    public void filler(III_Result result) {
      result.r1 = contest.put(1);
    }

    /// Fails it.
    @Actor
    public void failing(III_Result result) {
      result.r2 = contest.fail();
    }

    /// Takes what stayed.
    @Arbiter
    public void taker(III_Result result) {
      result.r3 = contest.take();
    }
  }
}
