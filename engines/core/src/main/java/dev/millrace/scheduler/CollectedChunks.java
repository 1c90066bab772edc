package dev.millrace.scheduler;

import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Chunks;
import dev.millrace.pipeline.Collected;
import dev.millrace.pipeline.Kept;
import dev.millrace.pipeline.Made;
import dev.millrace.pipeline.Part;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is kept of each chunk, made in parallel; then one task that makes of it what comes out, and
/// that is cut into chunks again.
///
/// @param <K> what is kept of a chunk
final class CollectedChunks<K> implements Junction<Chunk> {
  private final Collected<K> collected;
  private final TaskGraph graph;
  private final Run run;
  private final Cutoff cutoff = new Cutoff();
  private final List<Task<Kept<K>>> kept = new ArrayList<>();
  private @Nullable Task<Made.WithNotes> last;
  private @Nullable Chunks chunks;

  CollectedChunks(Collected<K> collected, TaskGraph graph, Run run) {
    this.collected = collected;
    this.graph = graph;
    this.run = run;
  }

  @Override
  public Appetite appetite() {
    return cutoff.isSet() ? Appetite.ENOUGH : Appetite.MORE;
  }

  @Override
  public Task<?> add(Chunk chunk) {
    int index = kept.size();
    Task<Kept<K>> task = graph.first(() -> kept(index, chunk));
    kept.add(task);
    return task;
  }

  @Override
  public void end() {
    last = graph.after(kept, this::finish);
  }

  @Override
  public @Nullable Chunk poll() {
    if (chunks != null) {
      return chunks.hasNext() ? chunks.next() : null;
    }
    if (last == null || !last.hasEnded()) {
      return null;
    }
    Made made = last.result().items();
    chunks = new Chunks(made.size(), made.cut(), run.cutter());
    return last.result().notes();
  }

  @Override
  public boolean isDone() {
    return chunks != null && !chunks.hasNext();
  }

  private Kept<K> kept(int index, Chunk chunk) {
    if (cutoff.isBefore(index)) {
      return new Kept<>(null, Part.EMPTY, null);
    }
    Kept<K> made = Kept.of(collected.gathering(), chunk, run.ledger());
    if (made.failure() != null) {
      cutoff.at(index);
    }
    return made;
  }

  private Made.WithNotes finish() {
    List<Kept<K>> all = kept.stream().map(Task::result).toList();
    return Kept.finish(collected.gathering(), all, run.ledger());
  }
}
