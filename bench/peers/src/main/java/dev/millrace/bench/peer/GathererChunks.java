package dev.millrace.bench.peer;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;

/// `Gatherers.mapConcurrent` of chunks: a virtual thread for each.
///
/// @param parallelism the most chunks that are worked on at the same time
record GathererChunks(int parallelism) implements ChunkPeer {
  @Override
  public <C, D> List<D> ordered(List<C> chunks, Function<C, D> work) {
    return chunks.stream().gather(Gatherers.mapConcurrent(parallelism, work)).toList();
  }
}
