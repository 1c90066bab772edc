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

/// One thread writes to a message and puts it in a slot; another looks and then takes. Whenever it
/// gets the message, it sees what was written.
@Description("put, then isFilled, value and take")
@Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "Looked too early, then took the message.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Saw the message both times.")
@Outcome(expect = FORBIDDEN, desc = "Got the message without what was written to it.")
public final class HandOver {
  private HandOver() {}

  /// With [Slots#MVAR].
  @State
  @JCStressTest
  @JCStressMeta(HandOver.class)
  public static class MVar {
    private final Handing handing = new Handing(Slots.MVAR);

    /// Writes and puts.
    @Actor
    public void filler() {
      handing.put();
    }

    /// Looks and takes.
    @Actor
    public void taker(II_Result seen) {
      seen.r1 = handing.look();
      seen.r2 = handing.take();
    }
  }

  /// With [Slots#MONITOR].
  @State
  @JCStressTest
  @JCStressMeta(HandOver.class)
  public static class Monitor {
    private final Handing handing = new Handing(Slots.MONITOR);

    /// Writes and puts.
    @Actor
    public void filler() {
      handing.put();
    }

    /// Looks and takes.
    @Actor
    public void taker(II_Result seen) {
      seen.r1 = handing.look();
      seen.r2 = handing.take();
    }
  }

  /// With [Slots#FUTURE].
  @State
  @JCStressTest
  @JCStressMeta(HandOver.class)
  public static class Future {
    private final Handing handing = new Handing(Slots.FUTURE);

    /// Writes and puts.
    @Actor
    public void filler() {
      handing.put();
    }

    /// Looks and takes.
    @Actor
    public void taker(II_Result seen) {
      seen.r1 = handing.look();
      seen.r2 = handing.take();
    }
  }

  /// With [Slots#LOCKFREE].
  @State
  @JCStressTest
  @JCStressMeta(HandOver.class)
  public static class LockFree {
    private final Handing handing = new Handing(Slots.LOCKFREE);

    /// Writes and puts.
    @Actor
    public void filler() {
      handing.put();
    }

    /// Looks and takes.
    @Actor
    public void taker(II_Result seen) {
      seen.r1 = handing.look();
      seen.r2 = handing.take();
    }
  }

  /// With [Slots#COUNTDOWN].
  @State
  @JCStressTest
  @JCStressMeta(HandOver.class)
  public static class Countdown {
    private final Handing handing = new Handing(Slots.COUNTDOWN);

    /// Writes and puts.
    @Actor
    public void filler() {
      handing.put();
    }

    /// Looks and takes.
    @Actor
    public void taker(II_Result seen) {
      seen.r1 = handing.look();
      seen.r2 = handing.take();
    }
  }
}
