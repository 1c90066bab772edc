package dev.millrace.reports.text;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Tells every few seconds how much of some long work is done, as `drawing: 120 of 770 figures`,
/// and nothing of work that is over before. Any thread may tell of a step.
public final class Progress {
  private static final long EVERY = TimeUnit.SECONDS.toNanos(3);

  private final String doing;
  private final String all;
  private final Consumer<String> told;
  private final LongSupplier clock;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicLong due;

  /// The progress of work that begins now.
  ///
  /// @param doing what is being done, as `drawing`
  /// @param all how much there is, as `770 figures`
  /// @param told gets the lines
  public Progress(String doing, String all, Consumer<String> told) {
    this(doing, all, told, System::nanoTime);
  }

  Progress(String doing, String all, Consumer<String> told, LongSupplier clock) {
    this.doing = doing;
    this.all = all;
    this.told = told;
    this.clock = clock;
    this.due = new AtomicLong(clock.getAsLong() + EVERY);
  }

  /// One more is done.
  public void step() {
    var now = done.incrementAndGet();
    var time = clock.getAsLong();
    var expected = due.get();
    if (time - expected >= 0 && due.compareAndSet(expected, time + EVERY)) {
      told.accept(doing + ": " + now + " of " + all);
    }
  }
}
