package dev.millrace.scheduler;

import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Fed;
import dev.millrace.pipeline.Ordered;
import dev.millrace.pipeline.Part;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import dev.millrace.trace.Stretch;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The sequentialize variation: chunks are drained in parallel, then their parts go through an
/// ordered stage one after another, each as soon as it and the one before are done. What comes out
/// of a part is given at once, so that what follows is parallel again.
final class OneByOne implements Junction<Chunk> {
  /*
   *   drain 0 ──► feed 0 ──► part 0 ──►
   *   drain 1 ──┬► feed 1 ──► part 1 ──►        feed k waits for drain k and feed k-1
   *   drain 2 ──┬► feed 2 ──► part 2 ──►
   *
   * At most WINDOW chunks are taken whose parts were not fed yet, so that a slow first chunk bounds
   * what is kept for later.
   */
  private static final int WINDOW = 64;

  private final Stretch stretch;
  private final Ordered ordered;
  private final TaskGraph graph;
  private final Run run;
  private final Fed stage;
  private final Queue<Task<Part>> fed = new ArrayDeque<>();
  private final Cutoff cutoff = new Cutoff();
  private @Nullable Task<Part> last;
  private int added;
  private volatile int done;
  private long given;
  private boolean ended;

  OneByOne(Stretch stretch, Ordered ordered, TaskGraph graph, Run run) {
    this.stretch = stretch;
    this.ordered = ordered;
    this.graph = graph;
    this.run = run;
    this.stage = ordered.begin(run.ledger());
  }

  @Override
  public Appetite appetite() {
    if (cutoff.isSet()) {
      return Appetite.ENOUGH;
    }
    return added - done < WINDOW ? Appetite.MORE : Appetite.LATER;
  }

  @Override
  public Task<?> add(Chunk chunk) {
    int index = added++;
    Task<Part> drain = graph.first(stretch, chunk.size(), () -> drained(index, chunk));
    List<Task<Part>> before = last == null ? List.of(drain) : List.of(drain, last);
    last = graph.after(before, () -> feed(index, drain.result()));
    fed.add(last);
    return drain;
  }

  @Override
  public void end() {
    ended = true;
  }

  @Override
  public @Nullable Chunk poll() {
    Task<Part> first = fed.peek();
    if (first == null || !first.hasEnded()) {
      return null;
    }
    graph.handsOn(List.of(fed.remove()));
    Part part = first.result();
    if (part.failure() != null) {
      fed.clear();
    }
    return part;
  }

  @Override
  public boolean isDone() {
    return ended && fed.isEmpty();
  }

  private Part drained(int index, Chunk chunk) {
    if (cutoff.isBefore(index)) {
      return Part.EMPTY;
    }
    Part part = Part.drain(chunk, run.ledger());
    if (part.failure() != null) {
      cutoff.at(index);
    }
    return part;
  }

  /// Tasks of this kind run one after another, so that what one writes the next one sees.
  private Part feed(int index, Part part) {
    Part next = cutoff.isBefore(index) ? Part.EMPTY : stage.next(part);
    given += next.items().size();
    if (next.failure() != null || given >= ordered.needs()) {
      cutoff.at(index);
    }
    done = index + 1;
    return next;
  }
}
