package dev.millrace.slot;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A slot guarded by a lock, its waiters on a condition: the shape of Haskell's `MVar`, except that
/// a take leaves the value in place.
///
/// Blocking: a thread that holds the lock and is not running delays all others.
final class MVarSlot<T> implements Slot<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private @Nullable Object left; // guarded by the lock

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
    lock.lock();
    try {
      while (left == null) {
        filled.await();
      }
      return Failed.valueOf(left);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T value() {
    lock.lock();
    try {
      if (left == null) {
        throw new IllegalStateException("the slot is empty");
      }
      return Failed.valueOf(left);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isFilled() {
    lock.lock();
    try {
      return left != null;
    } finally {
      lock.unlock();
    }
  }

  private void fill(Object result) {
    lock.lock();
    try {
      if (left != null) {
        throw new IllegalStateException("the slot is filled already");
      }
      left = result;
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
