package dev.millrace.slot;

import org.jspecify.annotations.Nullable;

/// Broken on purpose: a taker looks whether the slot is empty and then waits, in two steps. A
/// filler that comes between has woken nobody.
final class LostWakeUpSlot<T> implements Slot<T> {
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
  public T take() throws InterruptedException {
    while (!isFilled()) {
      sleep();
    }
    return value();
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

  @SuppressWarnings("WaitNotInLoop") // that is the fault
  private synchronized void sleep() throws InterruptedException {
    wait();
  }

  private synchronized void fill(Object result) {
    if (left != null) {
      throw new IllegalStateException("the slot is filled already");
    }
    left = result;
    notifyAll();
  }
}
