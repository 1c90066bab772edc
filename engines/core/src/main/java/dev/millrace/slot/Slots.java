package dev.millrace.slot;

import java.util.function.Supplier;

/// The registry of slots.
public enum Slots {
  /// A lock and a condition, after Haskell's `MVar`.
  MVAR(MVarSlot::new),
  /// One compare-and-set and parked waiters.
  LOCKFREE(LockFreeSlot::new);

  private final Supplier<Slot<?>> empty;

  Slots(Supplier<Slot<?>> empty) {
    this.empty = empty;
  }

  /// A new empty slot.
  ///
  /// @param <T> the result
  @SuppressWarnings("unchecked") // a new slot is empty, so it is a slot of any type
  public <T> Slot<T> create() {
    return (Slot<T>) empty.get();
  }
}
