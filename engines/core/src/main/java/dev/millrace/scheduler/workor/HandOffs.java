package dev.millrace.scheduler.workor;

import java.util.Locale;
import java.util.concurrent.Executor;

/// The registry of hand-off policies.
public enum HandOffs {
  /// A fair lock: first come, first served.
  FAIR((pipe, _, meter) -> new LockHandOff(true, pipe, meter)),
  /// A barging lock: whoever is running may come first.
  BARGING((pipe, _, meter) -> new LockHandOff(false, pipe, meter)),
  /// A monitor.
  MONITOR((pipe, _, meter) -> new MonitorHandOff(pipe, meter)),
  /// A compare-and-set cell; waiters spin, then park.
  SPIN((pipe, _, meter) -> new SpinHandOff(pipe, meter)),
  /// One worker steps for all who ask.
  COMBINING((pipe, _, meter) -> new CombiningHandOff(pipe, meter)),
  /// A dedicated producer and a bounded queue.
  PRODUCER(ProducerHandOff::new),
  /// A deque for each worker.
  DEQUES((pipe, _, meter) -> new DequesHandOff(pipe, meter));

  private final Policy policy;

  HandOffs(Policy policy) {
    this.policy = policy;
  }

  /// Makes the hand-off of one run.
  @FunctionalInterface
  private interface Policy {
    HandOff share(Pipe<Void> pipe, Executor executor, HandOffMeter meter);
  }

  /// The name that users type.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Shares a pipeline among the workers of one run.
  ///
  /// @param executor gives a thread to a producer
  HandOff share(Pipe<Void> pipe, Executor executor, HandOffMeter meter) {
    return policy.share(pipe, executor, meter);
  }
}
