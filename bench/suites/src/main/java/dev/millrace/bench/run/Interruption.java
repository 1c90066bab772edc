package dev.millrace.bench.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Whether the run is to stop, as Ctrl-C or `kill` ask for.
///
/// Thread-safe. Forks that run when the JVM is told to end are ended too, and the JVM waits a
/// moment for the run to say what it has.
public final class Interruption implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// Asks the run to stop before its next fork.
  public void request() {
    requested.countDown();
  }

  /// Whether the run has been asked to stop.
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /// Whether the run is asked to stop within some time; waits no longer than needed. A fork that
  /// dies of Ctrl-C may die before this JVM hears of it.
  public boolean isRequestedWithin(Duration time) {
    try {
      return requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// From here on the JVM's end is a request to stop.
  public void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "interruption"));
  }

  /// Says that the run has stopped and has said what it has.
  @Override
  public void close() {
    stopped.countDown();
  }

  private void shutDown() {
    request();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    try {
      stopped.await(GRACE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
