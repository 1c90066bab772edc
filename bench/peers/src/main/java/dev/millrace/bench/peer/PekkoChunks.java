package dev.millrace.bench.peer;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/// Pekko Streams by chunk: `mapAsync` over the threads of the actor system.
final class PekkoChunks implements ChunkPeer {
  private final int parallelism;
  private final ActorSystem system;

  PekkoChunks(int parallelism) {
    this.parallelism = parallelism;
    this.system = PekkoSystem.start(parallelism);
  }

  @Override
  public int parallelism() {
    return parallelism;
  }

  @Override
  public <C, D> List<D> ordered(List<C> chunks, Function<C, D> work) {
    return Source.from(chunks)
        .mapAsync(
            parallelism,
            chunk -> CompletableFuture.supplyAsync(() -> work.apply(chunk), system.dispatcher()))
        .runWith(Sink.seq(), system)
        .toCompletableFuture()
        .join();
  }

  @Override
  public void close() {
    PekkoSystem.stop(system);
  }
}
