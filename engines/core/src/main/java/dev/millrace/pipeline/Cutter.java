package dev.millrace.pipeline;

import dev.millrace.engine.Chunking;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// Decides how many items the next chunk gets. Any thread may report how long a chunk took.
public sealed interface Cutter {
  /// How many items the next chunk gets, at least 1.
  int next();

  /// Notes how long the items of a chunk took.
  void took(long items, long nanos);

  /// Whether `took` matters, so that chunks are worth timing.
  boolean isTimed();

  /// A cutter for one list of items that cost about the same.
  static Cutter of(Chunking chunking) {
    return switch (chunking) {
      case Chunking.Fixed(int size) -> new Fixed(size);
      case Chunking.Adaptive(Duration target) -> new Adaptive(target.toNanos());
    };
  }

  /// Always the same.
  ///
  /// @param next how many items each chunk gets
  record Fixed(int next) implements Cutter {
    @Override
    public void took(long items, long nanos) {}

    @Override
    public boolean isTimed() {
      return false;
    }
  }

  /// As many items as take the target time at the mean cost of the items measured so far.
  final class Adaptive implements Cutter {
    private static final int FIRST = 32;
    private static final int MOST = 4_096;

    private final long target;
    private final LongAdder items = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    Adaptive(long target) {
      this.target = target;
    }

    @Override
    public int next() {
      long measured = items.sum();
      if (measured == 0) {
        return FIRST;
      }
      double each = Math.max(1.0, (double) nanos.sum() / measured);
      return (int) Math.clamp(target / each, 1, MOST);
    }

    @Override
    public void took(long count, long time) {
      items.add(count);
      nanos.add(time);
    }

    @Override
    public boolean isTimed() {
      return true;
    }
  }
}
