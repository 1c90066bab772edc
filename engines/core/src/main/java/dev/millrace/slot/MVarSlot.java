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
  private @Nullable T value;
  private @Nullable Throwable failure;

  @Override
  public void put(T result) {
    lock.lock();
    try {
      requireEmpty();
      value = result;
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void fail(Throwable cause) {
    lock.lock();
    try {
      requireEmpty();
      failure = cause;
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (value == null && failure == null) {
        filled.await();
      }
      return value();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T value() {
    lock.lock();
    try {
      if (failure != null) {
        throw Sneaky.<RuntimeException>rethrow(failure);
      }
      if (value == null) {
        throw new IllegalStateException("the slot is empty");
      }
      return value;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isFilled() {
    lock.lock();
    try {
      return value != null || failure != null;
    } finally {
      lock.unlock();
    }
  }

  private void requireEmpty() {
    if (value != null || failure != null) {
      throw new IllegalStateException("the slot is filled already");
    }
  }
}
