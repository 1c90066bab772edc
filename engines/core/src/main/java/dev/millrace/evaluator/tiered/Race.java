package dev.millrace.evaluator.tiered;

import java.util.concurrent.atomic.AtomicLong;

/// Finds out which of two ways of doing the same takes less time for an item, and goes on finding
/// out, since the JIT may still make the one or the other faster. Any thread may use it.
///
/// Each way is measured as the mean over its last batches, older ones fading. One batch in a few
/// takes the way that looks slower as long as little of it was seen, and one in many later on.
final class Race {
  private static final int EARLY = 4;
  private static final int LATE = 64;
  private static final int BATCHES_EARLY = 256;
  private static final double FADING = 0.25;

  private final AtomicLong batches = new AtomicLong();
  private volatile double first = Double.NaN;
  private volatile double second = Double.NaN;

  /// Whether the next batch is to go the second way.
  boolean picksSecond() {
    long batch = batches.getAndIncrement();
    boolean isSecondFaster = !(second >= first);
    long every = batch < BATCHES_EARLY ? EARLY : LATE;
    boolean triesTheOther = batch % every == every - 1;
    return isSecondFaster != triesTheOther;
  }

  /// Notes how long a batch took. Notes that cross each other may be lost; nothing but the next
  /// choice depends on them.
  void note(boolean isSecond, int items, long nanos) {
    double each = (double) nanos / Math.max(1, items);
    if (isSecond) {
      second = faded(second, each);
    } else {
      first = faded(first, each);
    }
  }

  private static double faded(double before, double now) {
    return Double.isNaN(before) ? now : before + FADING * (now - before);
  }
}
