package dev.millrace.scheduler.workor;

import dev.millrace.scheduler.WorkerPool;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The registry of what workers run on. How many of them are at work is not decided here.
public enum Threads {
  /// A virtual thread for each worker.
  VIRTUAL(() ->
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("millrace-worker-", 0).factory())),
  /// Platform threads, kept for the next worker while the run goes on.
  PLATFORM(() ->
      Executors.newCachedThreadPool(
          Thread.ofPlatform().name("millrace-worker-", 0).daemon().factory())),
  /// The threads of a ForkJoinPool, in the order in which workers are called.
  POOL(() -> WorkerPool.of(Threads.MOST, true));

  /// More workers than machines have cores: the pool makes a thread only when a worker finds none
  /// idle. No more than that, since before a thread sleeps it spins six times for each of these.
  private static final int MOST = 256;

  private final Supplier<ExecutorService> executor;

  Threads(Supplier<ExecutorService> executor) {
    this.executor = executor;
  }

  /// Starts an executor for one run; closing it waits until its threads have ended.
  ExecutorService start() {
    return executor.get();
  }
}
