package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Failures;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Workers ask, and whoever has the pipeline steps it for all who asked: one worker's cache keeps
/// the pipeline while others wait for answers.
///
/// After "Flat combining and the synchronization-parallelism tradeoff" (Hendler, Incze, Shavit,
/// Tzafrir).
final class CombiningHandOff implements HandOff {
  /*
   * A request is in the queue before its worker tries to become the combiner. The combiner answers
   * what is in the queue, at most ANSWERS of them, gives the pipeline up, and then wakes the first
   * that is still in the queue, which becomes the next combiner. A worker whose request came after
   * the combiner looked is therefore woken, or finds the pipeline free. A step that fails leaves its
   * request unanswered: the failure is kept and all are woken, and each throws it.
   */
  private static final int ANSWERS = 16;
  private static final int SPINS = 200;

  private final Pipe<Void> pipe;
  private final HandOffMeter meter;
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean combining = new AtomicBoolean();
  private volatile @Nullable Throwable failure;

  CombiningHandOff(Pipe<Void> pipe, HandOffMeter meter) {
    this.pipe = pipe;
    this.meter = meter;
  }

  /// What a worker asks for: one step.
  private static final class Request {
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable WorkOr<Void> answer;
  }

  @Override
  public WorkOr<Void> next(int worker) {
    var request = new Request();
    requests.add(request);
    WorkOr<Void> answer = null;
    for (int tries = 0; answer == null; tries++) {
      if (combining.compareAndSet(false, true)) {
        combine(worker);
      } else {
        pause(tries);
      }
      answer = request.answer;
      if (answer == null && failure != null) {
        throw Failures.rethrow(failure);
      }
    }
    return answer;
  }

  private void pause(int tries) {
    if (tries == 0) {
      meter.failedTake();
    }
    if (tries < SPINS) {
      Thread.onSpinWait();
    } else {
      meter.parked();
      LockSupport.park(this);
    }
  }

  private void combine(int combiner) {
    try {
      for (int i = 0; i < ANSWERS; i++) {
        Request request = requests.peek();
        if (request == null) {
          break;
        }
        request.answer = meter.counted(combiner, pipe.step());
        requests.remove();
        wake(request);
      }
    } catch (Throwable thrown) {
      failure = thrown;
    } finally {
      combining.set(false);
      if (failure == null) {
        wake(requests.peek());
      } else {
        requests.forEach(CombiningHandOff::wake);
      }
    }
  }

  private static void wake(@Nullable Request request) {
    if (request != null) {
      LockSupport.unpark(request.thread);
    }
  }
}
