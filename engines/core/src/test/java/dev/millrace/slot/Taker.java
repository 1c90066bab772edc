package dev.millrace.slot;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A platform thread that takes from slots, and what came of it.
final class Taker {
  private final Thread thread;
  private @Nullable Object result; // written by the thread, read once it has ended
  private long parked;

  private Taker(Callable<Object> work) {
    thread = Thread.ofPlatform().daemon().unstarted(() -> run(work));
  }

  /// A taker of each slot, started.
  static List<Taker> startedOn(List<? extends Slot<?>> slots) {
    return slots.stream().map(slot -> started(slot::take)).toList();
  }

  /// A taker of many slots in order, started. It gives their count.
  static Taker ofAll(List<? extends Slot<?>> slots) {
    return started(() -> {
      int taken = 0;
      for (Slot<?> slot : slots) {
        slot.take();
        taken++;
      }
      return taken;
    });
  }

  /// The thread of a taker that waited for a slot, was interrupted, and has ended.
  static WeakReference<Thread> interruptedOn(Slot<?> slot) throws InterruptedException {
    Taker taker = started(slot::take);
    taker.awaitParked();
    taker.interrupt();
    taker.join();
    return new WeakReference<>(taker.thread);
  }

  /// Returns when the thread waits.
  void awaitParked() throws InterruptedException {
    while (thread.getState() != State.WAITING) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Thread.onSpinWait();
    }
  }

  void interrupt() {
    thread.interrupt();
  }

  /// What it took or what was thrown, once it has ended.
  @Nullable Object join() throws InterruptedException {
    thread.join();
    return result;
  }

  /// How often it waited.
  long parked() {
    return parked;
  }

  private static Taker started(Callable<Object> work) {
    var taker = new Taker(work);
    taker.thread.start();
    return taker;
  }

  private void run(Callable<Object> work) {
    try {
      result = work.call();
    } catch (Throwable thrown) {
      result = thrown;
    }
    parked =
        ManagementFactory.getThreadMXBean()
            .getThreadInfo(Thread.currentThread().threadId())
            .getWaitedCount();
  }
}
