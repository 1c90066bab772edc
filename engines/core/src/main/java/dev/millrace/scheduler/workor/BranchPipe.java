package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Branched;
import dev.millrace.pipeline.Branched.Split;
import dev.millrace.pipeline.Chunk;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Pending;
import dev.millrace.scheduler.workor.WorkOr.Value;
import dev.millrace.scheduler.workor.WorkOr.Work;
import dev.millrace.trace.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A conditional whose branches are pipelines of their own. Chunks are split once; the halves go to
/// both branches as they come, and where one branch is pending the other goes on.
///
/// What was noted while splitting comes first, then what the first branch gives, then what the
/// second does: values that come too early are kept.
final class BranchPipe implements Pipe<Chunk> {
  private final Pipe<Split> splits;
  private final Pipes pipes;
  private final Queue<Kept> toThen = new ArrayDeque<>();
  private final Queue<Kept> toOtherwise = new ArrayDeque<>();
  private final List<Split> noted = new ArrayList<>();
  private final Branch then;
  private final Branch otherwise;
  private final Queue<Kept> notes = new ArrayDeque<>();
  private boolean split;

  /// A conditional.
  ///
  /// @param splits the chunks, each split
  /// @param then makes the first branch's pipe of its source
  /// @param otherwise makes the second branch's pipe of its source
  /// @param pipes makes them
  BranchPipe(
      Pipe<Split> splits,
      UnaryOperator<Pipe<Chunk>> then,
      UnaryOperator<Pipe<Chunk>> otherwise,
      Pipes pipes) {
    this.splits = splits;
    this.pipes = pipes;
    this.then = new Branch(then.apply(() -> source(toThen)));
    this.otherwise = new Branch(otherwise.apply(() -> source(toOtherwise)));
  }

  /// A chunk that waits to be handed on, and the units that it came from.
  private record Kept(Chunk chunk, List<Unit> origin) {}

  /// A branch and the values it gave too early.
  private final class Branch {
    private final Pipe<Chunk> pipe;
    private final Queue<Kept> given = new ArrayDeque<>();
    private boolean done;

    Branch(Pipe<Chunk> pipe) {
      this.pipe = pipe;
    }

    /// Steps on until there is work, or nothing more to be had now; values are kept.
    WorkOr<Chunk> advance() {
      while (!done) {
        switch (pipe.step()) {
          case Value<Chunk>(Chunk chunk) -> given.add(kept(chunk));
          case Done<Chunk> _ -> done = true;
          case WorkOr<Chunk> workOrPending -> {
            return workOrPending;
          }
        }
      }
      return new Done<>();
    }
  }

  @Override
  public WorkOr<Chunk> step() {
    WorkOr<Chunk> first = then.advance();
    if (first instanceof Work<Chunk>) {
      return first;
    }
    WorkOr<Chunk> second = otherwise.advance();
    if (second instanceof Work<Chunk>) {
      return second;
    }
    WorkOr<Chunk> third = then.done && otherwise.done ? unsplit() : first;
    if (third instanceof Work<Chunk>) {
      return third;
    }
    Kept value = value();
    if (value != null) {
      return handedOn(value);
    }
    return first instanceof Pending<Chunk>
        ? first
        : third instanceof Pending<Chunk> ? third : second;
  }

  /// Splits what is left when neither branch wants more of it, for the sake of its notes.
  private WorkOr<Chunk> unsplit() {
    WorkOr<Chunk> step = source(toThen);
    while (step instanceof Value<Chunk>) {
      step = source(toThen);
    }
    return step;
  }

  private @Nullable Kept value() {
    if (!split) {
      return null;
    }
    Kept value = notes.poll();
    if (value == null) {
      value = then.given.poll();
    }
    return value == null && then.done ? otherwise.given.poll() : value;
  }

  /// The source of one branch, which splits chunks for both.
  private WorkOr<Chunk> source(Queue<Kept> halves) {
    while (true) {
      Kept half = halves.poll();
      if (half != null) {
        return handedOn(half);
      }
      if (split) {
        return new Done<>();
      }
      switch (splits.step()) {
        case Value<Split>(Split both) -> {
          noted.add(both);
          toThen.add(kept(both.then()));
          toOtherwise.add(kept(both.otherwise()));
        }
        case Work<Split>(Runnable unit) -> {
          return new Work<>(unit);
        }
        case Pending<Split>(var until) -> {
          return new Pending<>(until);
        }
        case Done<Split> _ -> {
          split = true;
          notes.add(kept(Branched.notes(noted, pipes.run().ledger())));
        }
      }
    }
  }

  private Kept kept(Chunk chunk) {
    return new Kept(chunk, pipes.graph().origin());
  }

  private Value<Chunk> handedOn(Kept kept) {
    pipes.graph().handsOnAgain(kept.origin());
    return new Value<>(kept.chunk());
  }
}
