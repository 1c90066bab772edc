package dev.millrace.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.millrace.slot.Slot;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/// The test of the tests: slots that are broken on purpose, which must be refuted on every machine.
/// `scripts/stress.sh` sees to it that they are.
public final class Broken {
  private Broken() {}

  /// A slot that says that it is filled before it has the value, and looks whether it is empty and
  /// fills itself in two steps.
  private static final class HastySlot<T> implements Slot<T> {
    private volatile boolean filled;
    private volatile @Nullable T value;

    @Override
    public void put(T result) {
      if (filled) {
        throw new IllegalStateException("the slot is filled already");
      }
      filled = true;
      value = result;
    }

    @Override
    public void fail(Throwable failure) {
      throw new IllegalStateException("it takes values only", failure);
    }

    @Override
    public T take() {
      while (!filled) {
        Thread.onSpinWait();
      }
      return value();
    }

    @Override
    public T value() {
      T seen = value;
      if (seen == null) {
        throw new IllegalStateException("the slot is empty");
      }
      return seen;
    }

    @Override
    public boolean isFilled() {
      return filled;
    }
  }

  /// Its flag comes before its value.
  @State
  @JCStressTest
  @Description("isFilled and value beside a put that sets the flag first")
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "Looked too early.")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "Saw the value.")
  @Outcome(expect = FORBIDDEN, desc = "Was told that there is a value, and there was none.")
  public static class FlagFirst {
    private final Slot<Integer> slot = new HastySlot<>();

    /// Puts 1.
    @Actor
    public void filler() {
      slot.put(1);
    }

    /// Looks; -1 for a slot that is filled and empty.
    @Actor
    public void taker(I_Result seen) {
      try {
        seen.r1 = slot.isFilled() ? slot.value() : 0;
      } catch (IllegalStateException empty) {
        seen.r1 = -1;
      }
    }
  }

  /// It takes two values.
  @State
  @JCStressTest
  @JCStressMeta(TwoPuts.class)
  public static class CheckThenSet {
    private final Contest contest = new Contest(new HastySlot<>());

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
