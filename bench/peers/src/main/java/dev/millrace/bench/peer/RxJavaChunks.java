package dev.millrace.bench.peer;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// RxJava by chunk: `concatMapEager` over a fixed pool of threads.
final class RxJavaChunks implements ChunkPeer {
  private final int parallelism;
  private final ExecutorService pool;
  private final Scheduler scheduler;

  RxJavaChunks(int parallelism) {
    this.parallelism = parallelism;
    this.pool = Executors.newFixedThreadPool(parallelism);
    this.scheduler = Schedulers.from(pool);
  }

  @Override
  public int parallelism() {
    return parallelism;
  }

  @Override
  public <C, D> List<D> ordered(List<C> chunks, Function<C, D> work) {
    return Flowable.fromIterable(chunks)
        .concatMapEager(
            chunk -> Flowable.fromCallable(() -> work.apply(chunk)).subscribeOn(scheduler),
            parallelism,
            1)
        .toList()
        .blockingGet();
  }

  @Override
  public void close() {
    pool.close();
  }
}
