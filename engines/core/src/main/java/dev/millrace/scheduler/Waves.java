package dev.millrace.scheduler;

import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Appended;
import dev.millrace.pipeline.Branched;
import dev.millrace.pipeline.Branched.Split;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Collected;
import dev.millrace.pipeline.Failures;
import dev.millrace.pipeline.Ordered;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.pipeline.Segment;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import dev.millrace.trace.Stretch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Runs a pipeline wave by wave: the tasks of all chunks that a junction takes, then those that
/// have become ready, and so on until it has given everything.
///
/// @param graph the tasks of the run
/// @param run the run
/// @param crew does the work of a wave
public record Waves(TaskGraph graph, Run run, Crew crew) {
  /// Does the work of waves.
  @FunctionalInterface
  public interface Crew {
    /// Runs some units, each once, and returns when all have ended; or early when the run is
    /// cancelled.
    void run(List<? extends Runnable> units);
  }

  /// What comes out of a pipeline over a feed, up to the first part that failed.
  public List<Part> parts(Pipeline pipeline, Feed feed) {
    Iterator<Chunk> chunks = chunks(pipeline, Part.chunks(feed, run.cutter()));
    return all(new InOrder<>(pipeline.last(), run::drained, graph, run), chunks);
  }

  private Iterator<Chunk> chunks(Pipeline pipeline, Iterator<Chunk> source) {
    Iterator<Chunk> chunks = source;
    for (Segment segment : pipeline.segments()) {
      chunks = segment(segment, through(segment.items(), chunks));
    }
    return through(pipeline.tail(), chunks);
  }

  private Iterator<Chunk> segment(Segment segment, Iterator<Chunk> chunks) {
    Stretch stretch = segment.stretch();
    return switch (segment.end()) {
      case Appended appended -> concat(List.of(chunks, appended.chunks(run.cutter())));
      case Ordered ordered ->
          all(Junctions.oneByOne(stretch, ordered, graph, run), chunks).iterator();
      case Aggregated<?> aggregated ->
          all(Junctions.joined(stretch, aggregated, graph, run), chunks).iterator();
      case Collected<?> collected ->
          all(Junctions.collected(stretch, collected, graph, run), chunks).iterator();
      case Branched branched ->
          branches(branched, all(new InOrder<>(stretch, branched::gather, graph, run), chunks));
    };
  }

  private Iterator<Chunk> branches(Branched branched, List<Split> splits) {
    Chunk notes = Branched.notes(splits, run.ledger());
    Iterator<Chunk> then = splits.stream().<Chunk>map(Split::then).iterator();
    Iterator<Chunk> otherwise = splits.stream().<Chunk>map(Split::otherwise).iterator();
    return concat(
        List.of(
            List.of(notes).iterator(),
            chunks(branched.then(), then),
            chunks(branched.otherwise(), otherwise)));
  }

  private static Iterator<Chunk> concat(List<Iterator<Chunk>> parts) {
    Iterator<Iterator<Chunk>> rest = parts.iterator();
    return new Iterator<>() {
      private Iterator<Chunk> current = rest.next();

      @Override
      public boolean hasNext() {
        // Each is asked once: it may itself consist of many, one inside another.
        while (!current.hasNext()) {
          if (!rest.hasNext()) {
            return false;
          }
          current = rest.next();
        }
        return true;
      }

      @Override
      public Chunk next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return current.next();
      }
    };
  }

  private <T> List<T> all(Junction<T> junction, Iterator<Chunk> chunks) {
    var given = new ArrayList<T>();
    boolean ended = false;
    while (!junction.isDone()) {
      run.handle().check();
      List<Task<?>> wave = ready();
      if (wave.isEmpty() && !ended) {
        wave = next(junction, chunks);
        if (wave.isEmpty()) {
          junction.end();
          ended = true;
          continue;
        }
      }
      runAll(wave);
      int before = given.size();
      for (T value = junction.poll(); value != null; value = junction.poll()) {
        given.add(value);
      }
      if (wave.isEmpty() && given.size() == before && !junction.isDone()) {
        throw new IllegalStateException("the pipeline waits for nothing");
      }
    }
    return given;
  }

  private List<Task<?>> ready() {
    var tasks = new ArrayList<Task<?>>();
    for (@Nullable Task<?> task = graph.poll(); task != null; task = graph.poll()) {
      tasks.add(task);
    }
    return tasks;
  }

  /// The tasks of the chunks that a junction wants now: of a few at first where chunks are sized by
  /// what the ones before took.
  private List<Task<?>> next(Junction<?> junction, Iterator<Chunk> chunks) {
    int most =
        run.cutter().isTimed() ? 4 * Math.max(1, run.handle().parallelism()) : Integer.MAX_VALUE;
    var tasks = new ArrayList<Task<?>>();
    while (tasks.size() < most && junction.appetite() == Appetite.MORE && chunks.hasNext()) {
      graph.handsOn(List.of());
      tasks.add(junction.add(chunks.next()));
    }
    return tasks;
  }

  private void runAll(List<Task<?>> tasks) {
    graph.run(tasks, () -> crew.run(tasks));
    Throwable unexpected = graph.failure();
    if (unexpected != null) {
      throw Failures.rethrow(unexpected);
    }
  }

  private static Iterator<Chunk> through(StreamStage stage, Iterator<Chunk> chunks) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return chunks.hasNext();
      }

      @Override
      public Chunk next() {
        return chunks.next().through(stage);
      }
    };
  }
}
