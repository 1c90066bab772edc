package dev.millrace.scheduler;

import java.util.concurrent.atomic.AtomicInteger;

/// The first chunk behind which nothing is needed, since all that is taken ends with it: it failed,
/// or it completes what a limit asks for. Any thread may move it forward.
final class Cutoff {
  private final AtomicInteger last = new AtomicInteger(Integer.MAX_VALUE);

  /// Notes that nothing is needed behind a chunk.
  void at(int chunk) {
    last.accumulateAndGet(chunk, Math::min);
  }

  /// Whether some chunk is the last that is needed.
  boolean isSet() {
    return last.get() != Integer.MAX_VALUE;
  }

  /// Whether a chunk is behind the last that is needed.
  boolean isBefore(int chunk) {
    return last.get() < chunk;
  }
}
