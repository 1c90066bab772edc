package dev.millrace.evaluator.tiered;

import java.util.concurrent.atomic.AtomicLong;

/// Finds out which of two ways of doing the same takes less time for an item, and goes on finding
/// out, since the JIT may still make the one or the other faster. Any thread may use it.
///
/// The first batches go the second way, which is new, and are not judged: they bring the JIT to
/// compile it. Then each way is measured as the mean over its batches, older ones fading, and
/// slower ones, which may have been interrupted, believed less. The way that looks slower is tried
/// again ever more rarely, down to one batch in 256.
final class Race {
  /*
   * A try comes when a sixteenth of all batches so far has passed since the last: every 4th batch up
   * to the 64th, then 11 tries for each doubling, every 256th batch from the 4,096th on.
   */
  private static final int UNJUDGED = 16;
  private static final int TRIED_OF = 16;
  private static final int OFTEN = 4;
  private static final int RARELY = 256;

  private static final int FULL_BATCH = 512;
  private static final double FADING_DOWN = 0.5;
  private static final double FADING_UP = 0.1;

  private final AtomicLong batches = new AtomicLong();
  private final AtomicLong nextTry = new AtomicLong();
  private volatile double first = Double.NaN;
  private volatile double second = Double.NaN;

  /// Whether the next batch is to go the second way.
  boolean picksSecond() {
    long batch = batches.getAndIncrement();
    if (batch < UNJUDGED || Double.isNaN(second)) {
      return true;
    }
    if (Double.isNaN(first)) {
      return false;
    }
    boolean isSecondFaster = second < first;
    return isSecondFaster != triesTheOther(batch);
  }

  private boolean triesTheOther(long batch) {
    long next = nextTry.get();
    return batch >= next
        && nextTry.compareAndSet(next, batch + Math.clamp(batch / TRIED_OF, OFTEN, RARELY));
  }

  /// Notes how long a batch took. Notes that cross each other may be lost; nothing but the next
  /// choice depends on them.
  void note(boolean isSecond, int items, long nanos) {
    if (items == 0 || batches.get() <= UNJUDGED) {
      return;
    }
    double each = (double) nanos / items;
    double weight = Math.min(1, (double) items / FULL_BATCH);
    if (isSecond) {
      second = faded(second, each, weight);
    } else {
      first = faded(first, each, weight);
    }
  }

  private static double faded(double before, double now, double weight) {
    if (Double.isNaN(before)) {
      return now;
    }
    double fading = now < before ? FADING_DOWN : FADING_UP;
    return before + weight * fading * (now - before);
  }
}
