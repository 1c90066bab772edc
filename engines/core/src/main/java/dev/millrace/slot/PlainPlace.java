package dev.millrace.slot;

import org.jspecify.annotations.Nullable;

/// A place that is one plain field. Nobody can wait for it.
///
/// Nothing in it happens-before anything: whoever reads it must have learned from elsewhere that it
/// was filled, from the end of a task or of a wave of tasks.
///
/// @param <T> the result
public final class PlainPlace<T> implements Place<T> {
  private @Nullable Object left;

  @Override
  public void put(T value) {
    fill(value);
  }

  @Override
  public void fail(Throwable failure) {
    fill(new Failed(failure));
  }

  @Override
  public T value() {
    if (left == null) {
      throw new IllegalStateException("the place is empty");
    }
    return Failed.valueOf(left);
  }

  private void fill(Object result) {
    if (left != null) {
      throw new IllegalStateException("the place is filled already");
    }
    left = result;
  }
}
