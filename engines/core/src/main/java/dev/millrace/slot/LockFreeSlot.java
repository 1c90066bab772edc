package dev.millrace.slot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A slot that is one word: filled by a compare-and-set, its waiters a linked stack that parks.
///
/// Lock-free: some thread always completes; a filler never waits. A taker that finds the slot full
/// reads one word.
final class LockFreeSlot<T> implements Slot<T> {
  /*
   * state:  EMPTY ──put/fail──► value or Failed
   *           │  ▲
   *      take │  │ (never back)
   *           ▼
   *         Waiter ──► Waiter ──► null        a stack of parked threads
   *           └──────put/fail──────► value or Failed, then every waiter is unparked
   *
   * The compare-and-set that fills is a release, the read that finds the value an acquire: what the
   * filler wrote before is visible to the taker. A waiter pushes itself by compare-and-set against
   * the state it read, so a filler that comes between makes the push fail and the taker look again.
   */
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(LockFreeSlot.class, "state", Object.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private volatile @Nullable Object state;

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
    Object seen = state;
    return Failed.valueOf(isOpen(seen) ? await() : Objects.requireNonNull(seen));
  }

  @Override
  public T value() {
    Object seen = state;
    if (isOpen(seen)) {
      throw new IllegalStateException("the slot is empty");
    }
    return Failed.valueOf(Objects.requireNonNull(seen));
  }

  @Override
  public boolean isFilled() {
    return !isOpen(state);
  }

  private void fill(Object result) {
    Object seen;
    do {
      seen = state;
      if (!isOpen(seen)) {
        throw new IllegalStateException("the slot is filled already");
      }
    } while (!STATE.compareAndSet(this, seen, result));
    for (var waiter = (Waiter) seen; waiter != null; waiter = waiter.next) {
      LockSupport.unpark(waiter.thread);
    }
  }

  private Object await() throws InterruptedException {
    var waiter = new Waiter(Thread.currentThread());
    boolean pushed = false;
    while (true) {
      Object seen = state;
      if (!isOpen(seen)) {
        return Objects.requireNonNull(seen);
      }
      if (Thread.interrupted()) {
        waiter.thread = null;
        throw new InterruptedException();
      }
      if (pushed) {
        LockSupport.park(this);
      } else {
        waiter.next = (Waiter) seen;
        pushed = STATE.compareAndSet(this, seen, waiter);
      }
    }
  }

  private static boolean isOpen(@Nullable Object seen) {
    return seen == null || seen instanceof Waiter;
  }

  /// A parked thread, and the one that came before it; without a thread once that was interrupted.
  private static final class Waiter {
    volatile @Nullable Thread thread;
    @Nullable Waiter next;

    Waiter(Thread thread) {
      this.thread = thread;
    }
  }
}
