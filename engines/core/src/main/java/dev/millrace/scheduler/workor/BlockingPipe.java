package dev.millrace.scheduler.workor;

import dev.millrace.engine.RunHandle;
import dev.millrace.scheduler.workor.WorkOr.Pending;
import dev.millrace.task.Dependency;
import java.util.concurrent.CountDownLatch;

/// A pipeline whose steps wait where they could be pending: the worker that steps it keeps it, so
/// no other can. What a runner that cannot see that a step waits comes to; the scale for those that
/// can.
final class BlockingPipe implements Pipe<Void> {
  private final Pipe<Void> pipe;
  private final RunHandle handle;

  /// A pipeline that waits.
  ///
  /// @param pipe the pipeline
  /// @param handle counts how long it waits
  BlockingPipe(Pipe<Void> pipe, RunHandle handle) {
    this.pipe = pipe;
    this.handle = handle;
  }

  @Override
  public WorkOr<Void> step() {
    WorkOr<Void> step = pipe.step();
    while (step instanceof Pending<Void>(var until)) {
      long begun = System.nanoTime();
      await(until);
      handle.blockedFor(System.nanoTime() - begun);
      step = pipe.step();
    }
    return step;
  }

  private static void await(Dependency until) {
    var met = new CountDownLatch(1);
    until.whenMet(met::countDown);
    try {
      met.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a worker was interrupted in a step", interrupted);
    }
  }
}
