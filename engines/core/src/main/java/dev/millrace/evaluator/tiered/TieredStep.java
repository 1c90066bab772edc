package dev.millrace.evaluator.tiered;

import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.BatchStep;
import dev.millrace.evaluator.vectorised.BatchSteps;
import dev.millrace.evaluator.vectorised.Counts;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// The steps of a stage in two forms, one of which each batch goes through. Shared by threads.
///
/// Code is made, and run over one batch, on the JVM's common pool; until that is done the first
/// form is used. Then [Race] says which.
final class TieredStep implements BatchStep {
  private final List<BatchStep> first;
  private final List<BatchStep> second;
  private final long worthCompiling;
  private final AtomicLong items = new AtomicLong();
  private final AtomicBoolean isAsked = new AtomicBoolean();
  private final Race race = new Race();
  private volatile boolean isReady;

  /// Steps.
  ///
  /// @param first what needs no preparation
  /// @param second what makes code when it is first used
  /// @param worthCompiling from how many items on that is done
  TieredStep(List<BatchStep> first, List<BatchStep> second, long worthCompiling) {
    this.first = first;
    this.second = second;
    this.worthCompiling = worthCompiling;
  }

  @Override
  public Batch of(Batch in, Counts counts) {
    if (!isReady) {
      if (items.addAndGet(in.size()) >= worthCompiling && isAsked.compareAndSet(false, true)) {
        prepare(in.fresh());
      }
      return BatchSteps.all(first, in, counts);
    }
    boolean isSecond = race.picksSecond();
    long begun = System.nanoTime();
    Batch made = BatchSteps.all(isSecond ? second : first, in, counts);
    race.note(isSecond, in.size(), System.nanoTime() - begun);
    return made;
  }

  private void prepare(Batch sample) {
    ForkJoinPool.commonPool()
        .execute(() -> {
          try {
            BatchSteps.all(second, sample, new Counts());
          } catch (RuntimeException ofSomeItem) {
            // It is met again, and dealt with, when that item's batch goes this way.
          } finally {
            isReady = true;
          }
        });
  }
}
