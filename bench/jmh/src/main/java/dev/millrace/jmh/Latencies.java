package dev.millrace.jmh;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// What the recorders of all threads of a fork have recorded in one iteration. Thread-safe.
final class Latencies {
  private static @Nullable Histogram collected;
  private static long expectedNanos;

  private Latencies() {}

  /// Begins an iteration.
  ///
  /// @param interval the nanoseconds from the beginning of one invocation to that of the next, for
  ///   those that a long one kept from beginning to be counted too; 0 when they just follow each
  ///   other
  static synchronized void open(long interval) {
    collected = new Histogram(3);
    expectedNanos = interval;
  }

  /// Whether an iteration has begun and not ended.
  static synchronized boolean isOpen() {
    return collected != null;
  }

  /// What [#open(long)] was given.
  static synchronized long expectedNanos() {
    return expectedNanos;
  }

  /// Adds what one thread has recorded.
  static synchronized void add(Histogram recorded) {
    if (collected != null) {
      collected.add(recorded);
    }
  }

  /// Ends an iteration.
  ///
  /// @return what was recorded
  static synchronized Histogram close() {
    Histogram all = collected;
    collected = null;
    if (all == null) {
      throw new IllegalStateException("the iteration was not announced");
    }
    return all;
  }
}
