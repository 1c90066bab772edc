package dev.millrace.scheduler.workor;

import java.util.concurrent.atomic.LongAdder;

/// Counts what a hand-off policy does. Any thread may count.
public final class HandOffMeter {
  private final LongAdder units = new LongAdder();
  private final LongAdder handOffs = new LongAdder();
  private final LongAdder failedTakes = new LongAdder();
  private final LongAdder parks = new LongAdder();
  private volatile int lastWorker = -1;

  /// What was counted.
  ///
  /// @param units units given to workers
  /// @param handOffs how often another worker than the last one stepped the pipeline
  /// @param failedTakes how often a worker wanted the pipeline and another had it
  /// @param parks how often a worker that waited for the pipeline was parked, or might have been
  ///   where the policy does not show it
  public record Counts(long units, long handOffs, long failedTakes, long parks) {}

  /// What was counted so far.
  public Counts counts() {
    return new Counts(units.sum(), handOffs.sum(), failedTakes.sum(), parks.sum());
  }

  /// Counts a step that a worker took, and gives it back; called by whoever has the pipeline.
  WorkOr<Void> counted(int worker, WorkOr<Void> step) {
    if (lastWorker != worker) {
      lastWorker = worker;
      handOffs.increment();
    }
    if (step instanceof WorkOr.Work<Void>) {
      units.increment();
    }
    return step;
  }

  /// Notes that another worker had the pipeline.
  void failedTake() {
    failedTakes.increment();
  }

  /// Notes that a worker was parked.
  void parked() {
    parks.increment();
  }
}
