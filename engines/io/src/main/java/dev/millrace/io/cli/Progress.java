package dev.millrace.io.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Says every second what the runner is at, once it has been at work for two.
///
/// It says so only on a terminal, on one line that it wipes in the end.
final class Progress implements AutoCloseable {
  private static final int QUIET_SECONDS = 2;
  private static final String WIPE = "\r\u001b[K";

  private final PrintWriter err;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final @Nullable Thread ticker;
  private volatile String phase = "starting";

  /// Progress on a terminal; none anywhere else.
  Progress(PrintWriter err, boolean isTerminal) {
    this.err = err;
    this.ticker =
        isTerminal ? Thread.ofPlatform().daemon().name("progress").start(this::tick) : null;
  }

  /// Says what comes next.
  void enter(String phase) {
    this.phase = phase;
  }

  private void tick() {
    try {
      boolean said = false;
      for (int second = 1; !closed.await(1, TimeUnit.SECONDS); second++) {
        if (second >= QUIET_SECONDS) {
          err.print(WIPE + phase + " ... " + second + " s");
          err.flush();
          said = true;
        }
      }
      if (said) {
        err.print(WIPE);
        err.flush();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      if (ticker != null) {
        ticker.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
