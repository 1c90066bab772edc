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

/// Two threads fill the same slot. One is refused, and the other's value stays.
@Description("put beside put")
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "The first filled it.")
@Outcome(id = "0, 1, 2", expect = ACCEPTABLE, desc = "The second filled it.")
@Outcome(expect = FORBIDDEN, desc = "Both or none filled it, or the refused value stayed.")
public final class TwoPuts {
  private TwoPuts() {}

  /// With [Slots#MVAR].
  @State
  @JCStressTest
  @JCStressMeta(TwoPuts.class)
  public static class MVar {
    private final Contest contest = new Contest(Slots.MVAR);

    /// Puts 1.
    @Actor
    public void one(III_Result result) {
      result.r1 = contest.put(1);
    }

    /// Puts 2.
    @Actor
    public void other(III_Result result) {
      result.r2 = contest.put(2);
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
  @JCStressMeta(TwoPuts.class)
  public static class Monitor {
    private final Contest contest = new Contest(Slots.MONITOR);

    /// Puts 1.
    @Actor
    public void one(III_Result result) {
      result.r1 = contest.put(1);
    }

    /// Puts 2.
    @Actor
    public void other(III_Result result) {
      result.r2 = contest.put(2);
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
  @JCStressMeta(TwoPuts.class)
  public static class Future {
    private final Contest contest = new Contest(Slots.FUTURE);

    /// Puts 1.
    @Actor
    public void one(III_Result result) {
      result.r1 = contest.put(1);
    }

    /// Puts 2.
    @Actor
    public void other(III_Result result) {
      result.r2 = contest.put(2);
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
  @JCStressMeta(TwoPuts.class)
  public static class LockFree {
    private final Contest contest = new Contest(Slots.LOCKFREE);

    /// Puts 1.
    @Actor
    public void one(III_Result result) {
      result.r1 = contest.put(1);
    }

    /// Puts 2.
    @Actor
    public void other(III_Result result) {
      result.r2 = contest.put(2);
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
  @JCStressMeta(TwoPuts.class)
  public static class Countdown {
    private final Contest contest = new Contest(Slots.COUNTDOWN);

    /// Puts 1.
    @Actor
    public void one(III_Result result) {
      result.r1 = contest.put(1);
    }

    /// Puts 2.
    @Actor
    public void other(III_Result result) {
      result.r2 = contest.put(2);
    }

    /// Takes what stayed.
    @Arbiter
    public void taker(III_Result result) {
      result.r3 = contest.take();
    }
  }
}
