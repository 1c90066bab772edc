package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Appended;
import dev.millrace.pipeline.Branched;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Gathered;
import dev.millrace.pipeline.Gathering;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Ordered;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.pipeline.Segment;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.scheduler.Gather;
import dev.millrace.scheduler.Run;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Value;
import dev.millrace.slot.Slots;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Makes the outer pipeline of a run.
final class Pipes {
  private final Run run;
  private final Slots slots;
  private final Runnable wake;

  /// Makes pipes for a run.
  ///
  /// @param run the run
  /// @param slots where units leave their results
  /// @param wake wakes the workers that wait for units
  Pipes(Run run, Slots slots, Runnable wake) {
    this.run = run;
    this.slots = slots;
    this.wake = wake;
  }

  /// The chunks of a list, one after another.
  Pipe<Chunk> source(List<? extends Chunk> chunks) {
    Iterator<? extends Chunk> rest = chunks.iterator();
    return () -> rest.hasNext() ? new Value<>(rest.next()) : new Done<>();
  }

  /// The chunks that come out of a pipeline.
  Pipe<Chunk> pipe(Pipeline pipeline, Pipe<Chunk> source) {
    Pipe<Chunk> pipe = source;
    for (Segment segment : pipeline.segments()) {
      Pipe<Chunk> items = through(segment.items(), pipe);
      pipe =
          switch (segment.end()) {
            case Appended appended -> append(items, appended);
            case Gathering end -> gathering(end, items);
          };
    }
    return through(pipeline.tail(), pipe);
  }

  /// A gathering of this run.
  Gather gather(BiFunction<Chunk, Ledger, Gathered> work, long needs) {
    return new Gather(work, needs, slots, run);
  }

  /// A sink that fills a gathering with the chunks that come.
  Pipe<Chunk> sink(Pipe<Chunk> upstream, Gather gather) {
    return new SinkPipe(upstream, gather, new Units(wake));
  }

  private Pipe<Chunk> append(Pipe<Chunk> upstream, Appended appended) {
    Pipe<Chunk> more = source(appended.chunks(run.cutter().next()));
    return concat(List.of(upstream, more).iterator());
  }

  private Pipe<Chunk> gathering(Gathering end, Pipe<Chunk> upstream) {
    Gather gather = gather(end::gather, end.needs());
    return gathered(
        upstream,
        gather,
        results ->
            switch (end) {
              case Ordered ordered -> combined(ledger -> ordered.combine(results, ledger));
              case Aggregated<?> aggregated ->
                  combined(ledger -> aggregated.combine(results, ledger));
              case Branched branched -> branches(branched, results);
            });
  }

  private Pipe<Chunk> gathered(
      Pipe<Chunk> upstream, Gather gather, Function<List<Gathered>, Pipe<Chunk>> next) {
    return new GatherPipe(sink(upstream, gather), gather, next);
  }

  /// One unit that combines all results; what it makes is cut into chunks again.
  private Pipe<Chunk> combined(Function<Ledger, Part> combine) {
    Gather alone = gather((_, ledger) -> combine.apply(ledger), Long.MAX_VALUE);
    Pipe<Chunk> one = source(List.of((Chunk) _ -> () -> null));
    return gathered(
        one, alone, results -> source(((Part) results.getFirst()).slices(run.cutter().next())));
  }

  private Pipe<Chunk> branches(Branched branched, List<Gathered> results) {
    Pipe<Chunk> notes = source(List.of(Branched.notes(results, run.ledger())));
    Pipe<Chunk> then = pipe(branched.then(), source(Branched.then(results)));
    Pipe<Chunk> otherwise = pipe(branched.otherwise(), source(Branched.otherwise(results)));
    return concat(List.of(notes, then, otherwise).iterator());
  }

  private static Pipe<Chunk> concat(Iterator<Pipe<Chunk>> pipes) {
    return new Pipe<>() {
      private Pipe<Chunk> current = pipes.next();

      @Override
      public WorkOr<Chunk> step() throws InterruptedException {
        WorkOr<Chunk> step = current.step();
        while (step instanceof Done<Chunk> && pipes.hasNext()) {
          current = pipes.next();
          step = current.step();
        }
        return step;
      }
    };
  }

  private static Pipe<Chunk> through(StreamStage stage, Pipe<Chunk> upstream) {
    return () ->
        switch (upstream.step()) {
          case Value<Chunk>(Chunk chunk) -> new Value<>(chunk.through(stage));
          case WorkOr<Chunk> untouched -> untouched;
        };
  }
}
