package dev.millrace.engine;

import java.time.Duration;

/// How items are cut into chunks. It never changes the result.
public sealed interface Chunking {
  /// Chunks of 1,000 items: large enough that handing a chunk over costs little beside the work.
  Chunking DEFAULT = new Fixed(1_000);

  /// Chunks sized so that each takes about half a millisecond, by the measured time of the chunks
  /// before: short enough to share fairly, long enough to hide the cost of handing over.
  Chunking ADAPTIVE = new Adaptive(Duration.ofNanos(500_000));

  /// Chunks of one size, the last of them perhaps smaller.
  ///
  /// @param size how many items a chunk has at the most, at least 1
  record Fixed(int size) implements Chunking {
    /// Checks the size.
    public Fixed {
      if (size < 1) {
        throw new IllegalArgumentException("chunk size: " + size);
      }
    }
  }

  /// Chunks of about one duration. The first are small; how long they take decides the next.
  ///
  /// @param target how long a chunk should take, more than nothing
  record Adaptive(Duration target) implements Chunking {
    /// Checks the target.
    public Adaptive {
      if (!target.isPositive()) {
        throw new IllegalArgumentException("target of a chunk: " + target);
      }
    }
  }
}
