package dev.millrace.scheduler.workor;

/// The pipeline behind a monitor: `synchronized`.
final class MonitorHandOff implements HandOff {
  private final Pipe<Void> pipe;
  private final HandOffMeter meter;
  private volatile boolean taken;

  MonitorHandOff(Pipe<Void> pipe, HandOffMeter meter) {
    this.pipe = pipe;
    this.meter = meter;
  }

  @Override
  public WorkOr<Void> next(int worker) {
    if (taken) {
      meter.failedTake();
      meter.parked();
    }
    synchronized (this) {
      taken = true;
      try {
        return meter.counted(worker, pipe.step());
      } finally {
        taken = false;
      }
    }
  }
}
