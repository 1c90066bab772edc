package dev.millrace.scheduler.workor;

import java.util.concurrent.atomic.AtomicInteger;

/// The units of one gathering that were given out and have not ended. The last one to end wakes the
/// workers that wait, so that no worker is woken for every unit.
final class Units {
  private final AtomicInteger running = new AtomicInteger();
  private final Runnable wake;

  /// No units.
  ///
  /// @param wake wakes the waiting workers
  Units(Runnable wake) {
    this.wake = wake;
  }

  /// Counts a unit, and gives it back so that its end is noted.
  Runnable giveOut(Runnable unit) {
    running.incrementAndGet();
    return () -> {
      try {
        unit.run();
      } finally {
        if (running.decrementAndGet() == 0) {
          wake.run();
        }
      }
    };
  }

  /// Whether all units that were given out have ended.
  boolean haveEnded() {
    return running.get() == 0;
  }
}
