package dev.millrace.bench.peer;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Reactor by chunk: `flatMapSequential` over a scheduler with a fixed number of threads.
final class ReactorChunks implements ChunkPeer {
  private final int parallelism;
  private final Scheduler scheduler;

  ReactorChunks(int parallelism) {
    this.parallelism = parallelism;
    this.scheduler = Schedulers.newParallel("reactor", parallelism);
  }

  @Override
  public int parallelism() {
    return parallelism;
  }

  @Override
  public <C, D> List<D> ordered(List<C> chunks, Function<C, D> work) {
    Flux<D> done =
        Flux.fromIterable(chunks)
            .flatMapSequential(
                chunk -> Mono.fromCallable(() -> work.apply(chunk)).subscribeOn(scheduler),
                parallelism);
    return Objects.requireNonNull(done.collectList().block());
  }

  @Override
  public void close() {
    scheduler.dispose();
  }
}
