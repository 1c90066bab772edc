package dev.millrace;

import dev.millrace.engine.Engine;
import dev.millrace.evaluator.compiled.CompiledEvaluator;
import dev.millrace.evaluator.eager.EagerEngine;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.evaluator.tiered.TieredEvaluator;
import dev.millrace.evaluator.vectorised.VectorisedEvaluator;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.scheduler.cursor.CursorScheduler;
import dev.millrace.scheduler.forkjoin.ForkJoinScheduler;
import dev.millrace.scheduler.sequential.SequentialScheduler;
import dev.millrace.scheduler.workor.HandOffs;
import dev.millrace.scheduler.workor.Threads;
import dev.millrace.scheduler.workor.WorkOrScheduler;
import dev.millrace.slot.Slots;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The registry of engines: one line each.
public enum Engines {
  /// Sequential: an eager list after each action. The reference.
  EAGER(new EagerEngine(), false),
  /// Sequential: iterator fusion, pulled item by item.
  FUSED(new FusedEvaluator(), new SequentialScheduler(), false),
  /// Sequential: batches of columns, one loop for each expression.
  VECTORISED(new VectorisedEvaluator(), new SequentialScheduler(), false),
  /// Sequential: bytecode made for the plan, over batches of columns.
  COMPILED(new CompiledEvaluator(), new SequentialScheduler(), false),
  /// Sequential: batches of columns at first, bytecode once a plan has seen enough to repay it.
  TIERED(new TieredEvaluator(), new SequentialScheduler(), false),
  /// Parallel: chunks of the fused pipeline as tasks of a ForkJoinPool.
  FORKJOIN(new FusedEvaluator(), new ForkJoinScheduler(Slots.LOCKFREE), true),
  /// Parallel: the two-level pipeline on virtual threads, results in MVar-like slots.
  WORKOR_MVAR(new FusedEvaluator(), workOr(Slots.MVAR, HandOffs.BARGING, Threads.VIRTUAL), true),
  /// Parallel: the two-level pipeline on virtual threads, results in lock-free slots.
  WORKOR_LOCKFREE(
      new FusedEvaluator(), workOr(Slots.LOCKFREE, HandOffs.BARGING, Threads.VIRTUAL), true),
  /// Parallel: the two-level pipeline over batches of columns.
  WORKOR_VECTORISED(
      new VectorisedEvaluator(), workOr(Slots.LOCKFREE, HandOffs.BARGING, Threads.VIRTUAL), true),
  /// Parallel: the two-level pipeline over bytecode made for the plan.
  WORKOR_COMPILED(
      new CompiledEvaluator(), workOr(Slots.LOCKFREE, HandOffs.BARGING, Threads.VIRTUAL), true),
  /// Parallel: the two-level pipeline over batches of columns at first, over bytecode where that
  /// pays.
  WORKOR_TIERED(
      new TieredEvaluator(), workOr(Slots.LOCKFREE, HandOffs.BARGING, Threads.VIRTUAL), true),
  /// Parallel: the caller and other threads pull chunks of the tiered pipeline from one cursor.
  CURSOR_TIERED(new TieredEvaluator(), new CursorScheduler(), true);

  private final Engine engine;
  private final boolean parallel;

  Engines(Evaluator evaluator, Scheduler scheduler, boolean parallel) {
    this(new ComposedEngine(evaluator, scheduler), parallel);
  }

  Engines(Engine engine, boolean parallel) {
    this.engine = engine;
    this.parallel = parallel;
  }

  /// The engine.
  public Engine engine() {
    return engine;
  }

  /// Whether the engine uses more than one thread when it may.
  public boolean isParallel() {
    return parallel;
  }

  /// The name that users type: `workor-mvar` for `WORKOR_MVAR`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The names of all engines, in the order of the registry.
  public static List<String> labels() {
    return Arrays.stream(values()).map(Engines::label).toList();
  }

  /// The engine of a name, or null when there is none.
  public static @Nullable Engines ofLabel(String label) {
    return Arrays.stream(values())
        .filter(engine -> engine.label().equals(label))
        .findFirst()
        .orElse(null);
  }

  private static Scheduler workOr(Slots slots, HandOffs handOff, Threads threads) {
    return new WorkOrScheduler(slots, handOff, threads);
  }
}
