package dev.millrace.scheduler;

import java.util.concurrent.ForkJoinPool;

/// Makes pools whose threads are named as workers.
public final class WorkerPool {
  private WorkerPool() {}

  /// A pool of at most so many threads.
  ///
  /// @param inOrder whether tasks that nobody joins begin in the order in which they came
  public static ForkJoinPool of(int parallelism, boolean inOrder) {
    ForkJoinPool.ForkJoinWorkerThreadFactory named =
        pool -> {
          var thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
          thread.setName("millrace-worker-" + thread.getPoolIndex());
          return thread;
        };
    return new ForkJoinPool(parallelism, named, null, inOrder);
  }
}
