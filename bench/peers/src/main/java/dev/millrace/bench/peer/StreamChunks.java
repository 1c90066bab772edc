package dev.millrace.bench.peer;

import java.util.List;
import java.util.function.Function;

/// A parallel `java.util.stream` of chunks.
///
/// @param parallelism how many threads the common pool has
record StreamChunks(int parallelism) implements ChunkPeer {
  @Override
  public <C, D> List<D> ordered(List<C> chunks, Function<C, D> work) {
    return chunks.parallelStream().map(work).toList();
  }
}
