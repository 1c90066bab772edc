package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Gathered;
import dev.millrace.scheduler.Gather;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Ends a segment: drains the chunks that come by units of a sink, then goes on with what the
/// gathering makes of their results, cut into chunks again.
final class GatherPipe implements Pipe<Chunk> {
  private final Pipe<Chunk> sink;
  private final Gather gather;
  private final Function<List<Gathered>, Pipe<Chunk>> next;
  private @Nullable Pipe<Chunk> rest;

  /// A pipe over the units of a sink.
  ///
  /// @param sink the sink; it gives units until it is done
  /// @param gather the gathering that the sink fills
  /// @param next what follows, made of the gathered results
  GatherPipe(Pipe<Chunk> sink, Gather gather, Function<List<Gathered>, Pipe<Chunk>> next) {
    this.sink = sink;
    this.gather = gather;
    this.next = next;
  }

  @Override
  public WorkOr<Chunk> step() throws InterruptedException {
    if (rest == null) {
      WorkOr<Chunk> step = sink.step();
      if (!(step instanceof WorkOr.Done<Chunk>)) {
        return step;
      }
      rest = next.apply(gather.take());
    }
    return rest.step();
  }
}
