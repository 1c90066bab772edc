package dev.millrace.scheduler.workor;

import static dev.millrace.modelcheck.ModelCheck.call;
import static dev.millrace.modelcheck.ModelCheck.thread;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.modelcheck.ModelCheck;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Work;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every hand-off policy gives each unit to one worker and lets one thread at a time step the
/// pipeline, whatever the interleaving. One that does neither shows that the check can fail.
class HandOffLincheckTest {
  /// Two threads that hold the pipeline together show only if a second switch comes between, so
  /// many are tried.
  private static final int MANY = 500;

  /// Where a look into every deque makes each of them long.
  private static final int FEW = 40;

  private static Function<Pipe<Void>, HandOff> underTest = shared(HandOffs.FAIR);

  /// What workers do with a hand-off over a pipeline of a few units. A producer produces on the
  /// thread of the worker that starts it.
  public static final class Operations {
    private static final int UNITS = 2;

    private final AtomicBoolean stepping = new AtomicBoolean();
    private final AtomicInteger together = new AtomicInteger();
    private final AtomicInteger[] runs =
        IntStream.range(0, UNITS).mapToObj(_ -> new AtomicInteger()).toArray(AtomicInteger[]::new);
    private final HandOff handOff = underTest.apply(this::step);
    private int given; // guarded by the hand-off

    /// Asks once, and runs what it is given.
    @Operation
    public void work(int worker) {
      ask(worker);
    }

    /// Asks until nothing is left, when all others have ended; gives how many units were run other
    /// than once, and how often two threads stepped together.
    @Operation
    public int wrong() {
      boolean more = true;
      while (more) {
        more = ask(0);
      }
      int wrong = together.get();
      for (AtomicInteger times : runs) {
        wrong += Math.abs(times.get() - 1);
      }
      return wrong;
    }

    private boolean ask(int worker) {
      WorkOr<Void> answer = handOff.next(worker);
      if (answer instanceof Work<Void>(Runnable unit)) {
        unit.run();
      }
      return !(answer instanceof Done<Void>);
    }

    private WorkOr<Void> step() {
      if (!stepping.compareAndSet(false, true)) {
        together.incrementAndGet();
      }
      int unit = given;
      given = Math.min(given + 1, UNITS);
      stepping.set(false);
      return unit == UNITS ? new Done<>() : new Work<>(runs[unit]::incrementAndGet);
    }
  }

  /// Nothing is ever wrong.
  public static final class Specification {
    /// Works.
    public void work(int worker) {}

    /// Nothing.
    public int wrong() {
      return 0;
    }
  }

  @ParameterizedTest
  @EnumSource
  void handOff_everyInterleaving_givesEachUnitOnce(HandOffs policy) {
    check(shared(policy), policy == HandOffs.DEQUES ? FEW : MANY);
  }

  @Test
  void handOffWithoutAnyPolicy_isRefuted() {
    assertThatThrownBy(() -> check(pipe -> _ -> pipe.step(), FEW))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }

  private static Function<Pipe<Void>, HandOff> shared(HandOffs policy) {
    return pipe -> policy.share(pipe, Runnable::run, new HandOffMeter());
  }

  private static void check(Function<Pipe<Void>, HandOff> handOff, int interleavings) {
    underTest = handOff;
    ModelCheck.of(Operations.class, Specification.class)
        .interleavings(interleavings)
        .scenario(call("wrong"), thread(call("work", 0), call("work", 0)), thread(call("work", 1)))
        .scenario(
            call("wrong"),
            thread(call("work", 0)),
            thread(call("work", 1)),
            thread(call("work", 2)))
        .check();
  }
}
