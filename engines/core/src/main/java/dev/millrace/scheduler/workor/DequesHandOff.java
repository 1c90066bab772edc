package dev.millrace.scheduler.workor;

import dev.millrace.scheduler.workor.WorkOr.Work;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A deque of units for each worker: whoever has the pipeline takes some units at once, runs the
/// first, and keeps the others, which idle workers steal from the far end.
final class DequesHandOff implements HandOff {
  private static final int DEQUES = 64;
  private static final int UNITS_AT_ONCE = 4;

  private final Pipe<Void> pipe;
  private final HandOffMeter meter;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Deque<Work<Void>>> deques = new ArrayList<>(DEQUES);

  DequesHandOff(Pipe<Void> pipe, HandOffMeter meter) {
    this.pipe = pipe;
    this.meter = meter;
    for (int i = 0; i < DEQUES; i++) {
      deques.add(new ConcurrentLinkedDeque<>());
    }
  }

  @Override
  public WorkOr<Void> next(int worker) {
    int own = worker % DEQUES;
    Work<Void> kept = deques.get(own).pollFirst();
    Work<Void> work = kept == null ? stolen(own) : kept;
    if (work != null) {
      return work;
    }
    if (!lock.tryLock()) {
      meter.failedTake();
      meter.parked();
      lock.lock();
    }
    try {
      Work<Void> late = stolen(own);
      return late == null ? some(worker, own) : late;
    } finally {
      lock.unlock();
    }
  }

  /// Units are only kept under the lock, so that whoever finds none under it, and the pipeline
  /// pending or done, has missed none.
  private WorkOr<Void> some(int worker, int own) {
    WorkOr<Void> first = meter.counted(worker, pipe.step());
    WorkOr<Void> step = first;
    for (int i = 1; i < UNITS_AT_ONCE && step instanceof Work<Void>; i++) {
      step = meter.counted(worker, pipe.step());
      if (step instanceof Work<Void> work) {
        deques.get(own).addLast(work);
      }
    }
    return first;
  }

  private @Nullable Work<Void> stolen(int own) {
    for (int i = 0; i < DEQUES; i++) {
      Work<Void> work = deques.get((own + i) % DEQUES).pollLast();
      if (work != null) {
        return work;
      }
    }
    return null;
  }
}
