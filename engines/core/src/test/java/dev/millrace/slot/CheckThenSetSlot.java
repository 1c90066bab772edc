package dev.millrace.slot;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Broken on purpose: it looks whether it is empty, and then fills itself, in two steps. Two
/// threads may both fill it.
final class CheckThenSetSlot<T> implements Slot<T> {
  private volatile @Nullable Object left;

  @Override
  public void put(T value) {
    fill(value);
  }

  @Override
  public void fail(Throwable failure) {
    fill(new Failed(failure));
  }

  @Override
  public T take() {
    while (left == null) {
      Thread.onSpinWait();
    }
    return value();
  }

  @Override
  public T value() {
    return Failed.valueOf(Objects.requireNonNull(left));
  }

  @Override
  public boolean isFilled() {
    return left != null;
  }

  private void fill(Object result) {
    if (left != null) {
      throw new IllegalStateException("the slot is filled already");
    }
    left = result;
  }
}
