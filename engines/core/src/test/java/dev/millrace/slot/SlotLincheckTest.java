package dev.millrace.slot;

import static dev.millrace.modelcheck.ModelCheck.call;
import static dev.millrace.modelcheck.ModelCheck.thread;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.modelcheck.ModelCheck;
import java.io.IOException;
import java.util.function.Supplier;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every slot is linearizable and loses no wake-up, whatever the interleaving of those who fill it
/// and those who wait for it. Two slots with a planted race show that the check can fail.
///
/// To check another kind of thing in this way, write three things as here: its operations, what
/// they would answer one after another, and the scenarios.
class SlotLincheckTest {
  private static final int WAITS = -1;
  private static final int FAILED = -2;

  private static Supplier<Slot<Integer>> underTest = Slots.MVAR::create;

  /// What threads do with a slot.
  public static final class Operations {
    private final Slot<Integer> slot = underTest.get();

    /// Whether the slot took the value.
    @Operation
    public boolean put(int value) {
      try {
        slot.put(value);
        return true;
      } catch (IllegalStateException filledAlready) {
        return false;
      }
    }

    /// Whether the slot took the failure.
    @Operation
    public boolean fail() {
      try {
        slot.fail(new IOException("planted"));
        return true;
      } catch (IllegalStateException filledAlready) {
        return false;
      }
    }

    /// The value, waiting for it.
    @Operation
    public int take() throws InterruptedException {
      try {
        return slot.take();
      } catch (Exception failed) {
        return failed instanceof IOException ? FAILED : 0;
      }
    }

    /// Whether the slot is filled; if so, it has a value or a failure.
    @Operation
    public boolean isFilled() {
      return slot.isFilled() && look() != 0;
    }

    private int look() {
      try {
        return slot.value();
      } catch (Exception failed) {
        return failed instanceof IOException ? FAILED : 0;
      }
    }
  }

  /// What a slot answers to one thread alone.
  public static final class Specification {
    private @Nullable Integer left;

    /// Puts a value.
    public boolean put(int value) {
      if (left != null) {
        return false;
      }
      left = value;
      return true;
    }

    /// Puts a failure.
    public boolean fail() {
      return put(FAILED);
    }

    /// Takes; an empty slot would wait.
    public int take() {
      return left == null ? WAITS : left;
    }

    /// Looks.
    public boolean isFilled() {
      return left != null;
    }
  }

  @ParameterizedTest
  @EnumSource
  void slot_everyInterleaving_isLinearizable(Slots slots) {
    check(slots::create);
  }

  @Test
  void slotThatChecksThenSets_isRefuted() {
    assertThatThrownBy(() -> check(CheckThenSetSlot::new))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }

  @Test
  void slotThatWaitsWithoutLookingAgain_isRefuted() {
    assertThatThrownBy(() -> check(LostWakeUpSlot::new))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining("hung");
  }

  private static void check(Supplier<Slot<Integer>> slots) {
    underTest = slots;
    ModelCheck.of(Operations.class, Specification.class)
        .scenario(call("take"), thread(call("put", 1)), thread(call("put", 2)))
        .scenario(call("take"), thread(call("put", 1)), thread(call("fail")))
        .scenario(call("take"), thread(call("put", 1)), thread(call("take")))
        .scenario(call("take"), thread(call("fail")), thread(call("isFilled"), call("take")))
        .scenario(call("take"), thread(call("put", 1)), thread(call("take")), thread(call("take")))
        .scenario(
            call("take"),
            thread(call("put", 1), call("isFilled")),
            thread(call("take"), call("put", 2)),
            thread(call("fail")))
        .check();
  }
}
