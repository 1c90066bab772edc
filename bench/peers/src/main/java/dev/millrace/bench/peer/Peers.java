package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.EvaluatorJobs;
import java.util.Set;
import java.util.function.IntFunction;

/// The registry of peers: one line each.
public enum Peers {
  /// `java.util.stream`, sequential.
  STREAM(_ -> new StreamItems(false), Extent.ALL),
  /// `java.util.stream`, parallel.
  PARALLEL_STREAM(_ -> new StreamItems(true), Extent.ALL),
  /// `java.util.stream`, parallel over chunks.
  PARALLEL_STREAM_CHUNKS(StreamChunks::new, Extent.ALL),
  /// `LongStream`, sequential.
  LONG_STREAM(_ -> new LongStreams(false), Extent.NUMBERS),
  /// `LongStream`, parallel.
  PARALLEL_LONG_STREAM(_ -> new LongStreams(true), Extent.NUMBERS),
  /// `Gatherers.mapConcurrent` by item.
  GATHERER(GathererItems::new, Extent.EACH_ITEM),
  /// `Gatherers.mapConcurrent` by chunk.
  GATHERER_CHUNKS(GathererChunks::new, Extent.ALL),
  /// `CompletableFuture` by chunk.
  FUTURE_CHUNKS(FutureChunks::new, Extent.ALL),
  /// Eclipse Collections, parallel.
  ECLIPSE(EclipseItems::new, Extent.ALL),
  /// Reactor by item.
  REACTOR(_ -> new ReactorItems(), Extent.ALL),
  /// Reactor by chunk.
  REACTOR_CHUNKS(ReactorChunks::new, Extent.ALL),
  /// RxJava by item.
  RXJAVA(_ -> new RxJavaItems(), Extent.ALL),
  /// RxJava by chunk.
  RXJAVA_CHUNKS(RxJavaChunks::new, Extent.ALL),
  /// Pekko Streams by item.
  PEKKO(PekkoItems::new, Extent.NO_SORT),
  /// Pekko Streams by chunk.
  PEKKO_CHUNKS(PekkoChunks::new, Extent.ALL),
  /// DuckDB, in this process.
  DUCKDB(DuckDb::new, Extent.ALL);

  private final IntFunction<Peer> opener;
  private final Extent extent;

  Peers(IntFunction<Peer> opener, Extent extent) {
    this.opener = opener;
    this.extent = extent;
  }

  /// The jobs that its users would do with it.
  public Set<EvaluatorJobs> jobs() {
    return extent.jobs();
  }

  /// The peer, with so many threads.
  public Peer open(int parallelism) {
    return opener.apply(parallelism);
  }
}
