package dev.millrace.scheduler;

import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Chunks;
import dev.millrace.pipeline.Collected;
import dev.millrace.pipeline.Kept;
import dev.millrace.pipeline.Made;
import dev.millrace.pipeline.Part;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import dev.millrace.trace.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// What is kept of each chunk, made in parallel; then one task that makes of it what comes out, a
/// task for each part of the work that it leaves, stage after stage, and all is cut into chunks
/// again.
///
/// @param <K> what is kept of a chunk
final class CollectedChunks<K> implements Junction<Chunk> {
  private final Stretch stretch;
  private final Collected<K> collected;
  private final TaskGraph graph;
  private final Run run;
  private final Cutoff cutoff = new Cutoff();
  private final List<Task<Kept<K>>> kept = new ArrayList<>();
  private @Nullable Task<Made.WithNotes> finished;
  private int stage;
  private List<Task<?>> latest = List.of(); // those of the stage that was begun last
  private @Nullable Chunks chunks;

  CollectedChunks(Stretch stretch, Collected<K> collected, TaskGraph graph, Run run) {
    this.stretch = stretch;
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
    Task<Kept<K>> task = graph.first(stretch, chunk.size(), () -> kept(index, chunk));
    kept.add(task);
    return task;
  }

  @Override
  public void end() {
    finished = graph.after(kept, this::finish);
  }

  @Override
  public @Nullable Chunk poll() {
    if (chunks != null) {
      graph.handsOn(latest);
      return chunks.hasNext() ? chunks.next() : null;
    }
    Task<Made.WithNotes> planned = finished;
    if (planned == null || !planned.hasEnded()) {
      return null;
    }
    Made.WithNotes made = planned.result();
    List<List<Runnable>> stages = made.items().stages();
    latest = latest.isEmpty() ? List.of(planned) : latest;
    while (haveEnded(latest) && stage < stages.size()) {
      latest = begun(stages.get(stage++), latest);
    }
    if (!haveEnded(latest)) {
      return null;
    }
    graph.handsOn(latest);
    chunks = new Chunks(made.items().size(), made.items().cut(), run.cutter());
    return made.notes();
  }

  private static boolean haveEnded(List<Task<?>> tasks) {
    return tasks.stream().allMatch(Task::hasEnded);
  }

  private List<Task<?>> begun(List<Runnable> parts, List<Task<?>> previous) {
    var begun = new ArrayList<Task<?>>();
    for (Runnable part : parts) {
      Callable<Runnable> work =
          () -> {
            graph.checkpoint();
            part.run();
            return part;
          };
      begun.add(graph.after(previous, work));
    }
    return begun;
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
