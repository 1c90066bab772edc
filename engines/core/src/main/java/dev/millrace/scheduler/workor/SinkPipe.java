package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Chunk;
import dev.millrace.scheduler.Gather;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Pending;
import dev.millrace.scheduler.workor.WorkOr.Value;
import dev.millrace.scheduler.workor.WorkOr.Work;

/// Turns every chunk that comes into a unit of a gathering, and lets units from upstream through
/// untouched. It has no values; it is done when all its units have ended.
final class SinkPipe implements Pipe<Chunk> {
  private final Pipe<Chunk> upstream;
  private final Gather gather;
  private final Units units;
  private boolean ended;

  SinkPipe(Pipe<Chunk> upstream, Gather gather, Units units) {
    this.upstream = upstream;
    this.gather = gather;
    this.units = units;
  }

  @Override
  public WorkOr<Chunk> step() throws InterruptedException {
    if (!ended && !gather.needsNoMore()) {
      switch (upstream.step()) {
        case Value<Chunk>(Chunk chunk) -> {
          return new Work<>(units.giveOut(gather.unit(chunk)));
        }
        case Done<Chunk> _ -> ended = true;
        case WorkOr<Chunk> workOrPending -> {
          return workOrPending;
        }
      }
    }
    return units.haveEnded() ? new Done<>() : new Pending<>(units);
  }
}
