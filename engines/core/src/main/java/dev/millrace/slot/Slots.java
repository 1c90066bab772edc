package dev.millrace.slot;

import java.util.function.Supplier;

/// The registry of slots.
public enum Slots {
  /// A lock and a condition, after Haskell's `MVar`.
  MVAR(() -> MVarSlot::new),
  /// The slot's own monitor.
  MONITOR(() -> MonitorSlot::new),
  /// A `CompletableFuture`.
  FUTURE(() -> FutureSlot::new),
  /// One compare-and-set and parked waiters.
  LOCKFREE(() -> LockFreeSlot::new),
  /// One counter of the unfilled slots of a rack; the last to be filled wakes all takers, once.
  COUNTDOWN(CountdownSlot::rack);

  private final Supplier<Rack<?>> racks;

  Slots(Supplier<Rack<?>> racks) {
    this.racks = racks;
  }

  /// A rack without slots.
  ///
  /// @param <T> the results
  @SuppressWarnings("unchecked") // a new slot is empty, so it is a slot of any type
  public <T> Rack<T> rack() {
    return (Rack<T>) racks.get();
  }

  /// A slot that has a rack of its own.
  ///
  /// @param <T> the result
  public <T> Slot<T> create() {
    return this.<T>rack().create();
  }
}
