package dev.millrace.bench.peer;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A `CompletableFuture` for each chunk, in a fixed pool of threads; the caller waits for each in
/// order.
final class FutureChunks implements ChunkPeer {
  private final int parallelism;
  private final ExecutorService pool;

  FutureChunks(int parallelism) {
    this.parallelism = parallelism;
    this.pool = Executors.newFixedThreadPool(parallelism);
  }

  @Override
  public int parallelism() {
    return parallelism;
  }

  @Override
  public <C, D> List<D> ordered(List<C> chunks, Function<C, D> work) {
    List<CompletableFuture<D>> futures =
        chunks.stream()
            .map(chunk -> CompletableFuture.supplyAsync(() -> work.apply(chunk), pool))
            .toList();
    return futures.stream().map(CompletableFuture::join).toList();
  }

  @Override
  public void close() {
    pool.close();
  }
}
