package dev.millrace.pipeline;

import java.util.concurrent.CancellationException;

/// Whether a run is to stop. Streams look at it as they read their source.
public final class Cancellation {
  private volatile boolean cancelled;

  /// Asks the run to stop.
  public void cancel() {
    cancelled = true;
  }

  /// Whether the run is to stop: it was cancelled, or the thread that asks is interrupted.
  public boolean isCancelled() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  /// Throws if the run is to stop.
  void check() {
    if (isCancelled()) {
      throw new CancellationException("the run was cancelled");
    }
  }
}
