package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Branched;
import dev.millrace.pipeline.Branched.Split;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Ledger;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Pending;
import dev.millrace.scheduler.workor.WorkOr.Value;
import dev.millrace.scheduler.workor.WorkOr.Work;
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
  private final Ledger ledger;
  private final Queue<Chunk> toThen = new ArrayDeque<>();
  private final Queue<Chunk> toOtherwise = new ArrayDeque<>();
  private final List<Split> noted = new ArrayList<>();
  private final Branch then;
  private final Branch otherwise;
  private final Queue<Chunk> notes = new ArrayDeque<>();
  private boolean split;

  /// A conditional.
  ///
  /// @param splits the chunks, each split
  /// @param then makes the first branch's pipe of its source
  /// @param otherwise makes the second branch's pipe of its source
  /// @param ledger an empty one
  BranchPipe(
      Pipe<Split> splits,
      UnaryOperator<Pipe<Chunk>> then,
      UnaryOperator<Pipe<Chunk>> otherwise,
      Ledger ledger) {
    this.splits = splits;
    this.ledger = ledger;
    this.then = new Branch(then.apply(() -> source(toThen)));
    this.otherwise = new Branch(otherwise.apply(() -> source(toOtherwise)));
  }

  /// A branch and the values it gave too early.
  private static final class Branch {
    private final Pipe<Chunk> pipe;
    private final Queue<Chunk> given = new ArrayDeque<>();
    private boolean done;

    Branch(Pipe<Chunk> pipe) {
      this.pipe = pipe;
    }

    /// Steps on until there is work, or nothing more to be had now; values are kept.
    WorkOr<Chunk> advance() {
      while (!done) {
        switch (pipe.step()) {
          case Value<Chunk>(Chunk chunk) -> given.add(chunk);
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
    Chunk value = value();
    if (value != null) {
      return new Value<>(value);
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

  private @Nullable Chunk value() {
    if (!split) {
      return null;
    }
    Chunk value = notes.poll();
    if (value == null) {
      value = then.given.poll();
    }
    return value == null && then.done ? otherwise.given.poll() : value;
  }

  /// The source of one branch, which splits chunks for both.
  private WorkOr<Chunk> source(Queue<Chunk> halves) {
    while (true) {
      Chunk half = halves.poll();
      if (half != null) {
        return new Value<>(half);
      }
      if (split) {
        return new Done<>();
      }
      switch (splits.step()) {
        case Value<Split>(Split both) -> {
          noted.add(both);
          toThen.add(both.then());
          toOtherwise.add(both.otherwise());
        }
        case Work<Split>(Runnable unit) -> {
          return new Work<>(unit);
        }
        case Pending<Split>(var until) -> {
          return new Pending<>(until);
        }
        case Done<Split> _ -> {
          split = true;
          notes.add(Branched.notes(noted, ledger));
        }
      }
    }
  }
}
