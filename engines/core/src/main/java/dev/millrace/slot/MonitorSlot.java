package dev.millrace.slot;

import org.jspecify.annotations.Nullable;

/// A slot guarded by its own monitor, its waiters in the monitor's wait set.
///
/// Blocking: a thread that holds the monitor and is not running delays all others.
final class MonitorSlot<T> implements Slot<T> {
  private @Nullable Object left; // guarded by this

  @Override
  public void put(T value) {
    fill(value);
  }

  @Override
  public void fail(Throwable failure) {
    fill(new Failed(failure));
  }

  @Override
  public synchronized T take() throws InterruptedException {
    while (left == null) {
      wait();
    }
    return Failed.valueOf(left);
  }

  @Override
  public synchronized T value() {
    if (left == null) {
      throw new IllegalStateException("the slot is empty");
    }
    return Failed.valueOf(left);
  }

  @Override
  public synchronized boolean isFilled() {
    return left != null;
  }

  private synchronized void fill(Object result) {
    if (left != null) {
      throw new IllegalStateException("the slot is filled already");
    }
    left = result;
    notifyAll();
  }
}
