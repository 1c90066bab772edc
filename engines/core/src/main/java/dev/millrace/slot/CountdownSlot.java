package dev.millrace.slot;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A slot that counts down the unfilled slots of its rack. Only the last to be filled wakes the
/// takers, so that a taker of n slots in order is woken once and not up to n times.
///
/// Lock-free to fill. The price of the one wake-up: whoever takes an empty slot waits until every
/// slot of the rack is filled, those too that are made meanwhile. So a thread that takes must not
/// be the one that other slots of the rack wait for.
final class CountdownSlot<T> implements Slot<T> {
  /*
   * filler:  left ── value or Failed ──►  unfilled − 1  ── if 0 ──►  unpark all who wait
   * taker:   join those who wait  ──►  look at left  ── if null ──►  park, look again
   *
   * No wake-up is lost: a taker joins before it looks, a filler counts down after it has filled, so
   * the filler that reaches 0 sees every taker that saw its slot empty. Takers stay in the queue
   * until they leave it themselves: one that is woken for the slots made before its own waits on,
   * and is there to be woken again.
   */
  private final Countdown countdown;
  private final AtomicReference<@Nullable Object> left = new AtomicReference<>();

  private CountdownSlot(Countdown countdown) {
    this.countdown = countdown;
    countdown.unfilled.incrementAndGet();
  }

  /// A rack whose slots count down together.
  static <T> Rack<T> rack() {
    var countdown = new Countdown();
    return () -> new CountdownSlot<>(countdown);
  }

  @Override
  public void put(T value) {
    fill(value);
  }

  @Override
  public void fail(Throwable failure) {
    fill(new Failed(failure));
  }

  @Override
  public T take() throws InterruptedException {
    if (left.get() == null) {
      await();
    }
    return value();
  }

  @Override
  public T value() {
    Object result = left.get();
    if (result == null) {
      throw new IllegalStateException("the slot is empty");
    }
    return Failed.valueOf(result);
  }

  @Override
  public boolean isFilled() {
    return left.get() != null;
  }

  private void fill(Object result) {
    if (!left.compareAndSet(null, result)) {
      throw new IllegalStateException("the slot is filled already");
    }
    if (countdown.unfilled.decrementAndGet() == 0) {
      countdown.waiting.forEach(LockSupport::unpark);
    }
  }

  private void await() throws InterruptedException {
    countdown.waiting.add(Thread.currentThread());
    try {
      while (left.get() == null) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        LockSupport.park(this);
      }
    } finally {
      countdown.waiting.remove(Thread.currentThread());
    }
  }

  /// What the slots of one rack share.
  private static final class Countdown {
    final AtomicInteger unfilled = new AtomicInteger();
    final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
  }
}
