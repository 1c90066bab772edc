package dev.millrace.stress;

import dev.millrace.slot.Slot;
import dev.millrace.slot.Slots;

/// A slot that more than one thread wants to fill.
final class Contest {
  private final Slot<Integer> slot;

  Contest(Slots slots) {
    this(slots.<Integer>create());
  }

  Contest(Slot<Integer> slot) {
    this.slot = slot;
  }

  /// 1 if the slot took the value, else 0.
  int put(int value) {
    try {
      slot.put(value);
      return 1;
    } catch (IllegalStateException refused) {
      return 0;
    }
  }

  /// 1 if the slot took the failure, else 0.
  int fail() {
    try {
      slot.fail(new ArithmeticException("planted"));
      return 1;
    } catch (IllegalStateException refused) {
      return 0;
    }
  }

  /// The value that stayed; -1 for the failure.
  int take() {
    try {
      return slot.take();
    } catch (ArithmeticException failed) {
      return -1;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("nobody interrupts", interrupted);
    }
  }
}
