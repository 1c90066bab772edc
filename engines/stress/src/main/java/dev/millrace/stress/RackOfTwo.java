package dev.millrace.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.millrace.slot.Slots;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// Two threads fill a slot each of one rack, then take the other's. Either may be the last to fill;
/// both are woken, and see what was written.
@Description("put here, take there, crosswise")
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Each took the message of the other.")
@Outcome(expect = FORBIDDEN, desc = "Got a message without what was written to it.")
public final class RackOfTwo {
  private RackOfTwo() {}

  /// With [Slots#MVAR].
  @State
  @JCStressTest
  @JCStressMeta(RackOfTwo.class)
  public static class MVar {
    private final Pair pair = new Pair(Slots.MVAR);

    /// Fills the first slot, takes from the second.
    @Actor
    public void one(II_Result seen) {
      seen.r1 = pair.putFirst();
    }

    /// Fills the second slot, takes from the first.
    @Actor
    public void other(II_Result seen) {
      seen.r2 = pair.putSecond();
    }
  }

  /// With [Slots#MONITOR].
  @State
  @JCStressTest
  @JCStressMeta(RackOfTwo.class)
  public static class Monitor {
    private final Pair pair = new Pair(Slots.MONITOR);

    /// Fills the first slot, takes from the second.
    @Actor
    public void one(II_Result seen) {
      seen.r1 = pair.putFirst();
    }

    /// Fills the second slot, takes from the first.
    @Actor
    public void other(II_Result seen) {
      seen.r2 = pair.putSecond();
    }
  }

  /// With [Slots#FUTURE].
  @State
  @JCStressTest
  @JCStressMeta(RackOfTwo.class)
  public static class Future {
    private final Pair pair = new Pair(Slots.FUTURE);

    /// Fills the first slot, takes from the second.
    @Actor
    public void one(II_Result seen) {
      seen.r1 = pair.putFirst();
    }

    /// Fills the second slot, takes from the first.
    @Actor
    public void other(II_Result seen) {
      seen.r2 = pair.putSecond();
    }
  }

  /// With [Slots#LOCKFREE].
  @State
  @JCStressTest
  @JCStressMeta(RackOfTwo.class)
  public static class LockFree {
    private final Pair pair = new Pair(Slots.LOCKFREE);

    /// Fills the first slot, takes from the second.
    @Actor
    public void one(II_Result seen) {
      seen.r1 = pair.putFirst();
    }

    /// Fills the second slot, takes from the first.
    @Actor
    public void other(II_Result seen) {
      seen.r2 = pair.putSecond();
    }
  }

  /// With [Slots#COUNTDOWN].
  @State
  @JCStressTest
  @JCStressMeta(RackOfTwo.class)
  public static class Countdown {
    private final Pair pair = new Pair(Slots.COUNTDOWN);

    /// Fills the first slot, takes from the second.
    @Actor
    public void one(II_Result seen) {
      seen.r1 = pair.putFirst();
    }

    /// Fills the second slot, takes from the first.
    @Actor
    public void other(II_Result seen) {
      seen.r2 = pair.putSecond();
    }
  }
}
