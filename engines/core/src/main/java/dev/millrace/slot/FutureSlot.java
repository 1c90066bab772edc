package dev.millrace.slot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A slot that is a [CompletableFuture]: lock-free to fill, its waiters a stack of the future's own
/// that spins a little and then parks.
final class FutureSlot<T> implements Slot<T> {
  /*
   * A failure is a value of the future too: as an exception the future would give it back wrapped,
   * and a wrapped or a cancelling one would not come back as it was.
   */
  private final CompletableFuture<Object> future = new CompletableFuture<>();

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
    return Failed.valueOf(await());
  }

  @Override
  public T value() {
    if (!future.isDone()) {
      throw new IllegalStateException("the slot is empty");
    }
    return Failed.valueOf(future.resultNow());
  }

  @Override
  public boolean isFilled() {
    return future.isDone();
  }

  private Object await() throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException impossible) {
      throw new AssertionError("the future holds failures as values", impossible);
    }
  }

  private void fill(Object result) {
    if (!future.complete(result)) {
      throw new IllegalStateException("the slot is filled already");
    }
  }
}
