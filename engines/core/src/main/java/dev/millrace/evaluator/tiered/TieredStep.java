package dev.millrace.evaluator.tiered;

import dev.millrace.evaluator.compiled.CompiledStep;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.BatchStep;
import dev.millrace.evaluator.vectorised.Counts;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A stretch of steps in two forms, one of which each batch goes through. Shared by threads.
///
/// The vectorised form needs no preparation. The code of the other is looked for, and later on
/// made, on the JVM's common pool. Once it is there, a [Race] says which form is used. The race
/// belongs to the class of the code: other runs, and other plans of the same shape, go on with what
/// it has found out, and it goes with the class when that is forgotten.
final class TieredStep implements BatchStep {
  private static final ClassValue<Race> RACES =
      new ClassValue<>() {
        @Override
        protected Race computeValue(Class<?> code) {
          return new Race();
        }
      };

  /// To look for code costs about as much as some batches; to make it, as some dozens.
  private static final int LOOKING_IS_CHEAPER = 16;

  private final CompiledStep code;
  private final long worthCompiling;
  private final long worthLooking;
  private final AtomicLong items = new AtomicLong();
  private volatile boolean isPrepared;

  /// Steps.
  ///
  /// @param code both forms
  /// @param worthCompiling from how many items on code is made
  TieredStep(CompiledStep code, long worthCompiling) {
    this.code = code;
    this.worthCompiling = worthCompiling;
    this.worthLooking = worthCompiling / LOOKING_IS_CHEAPER;
  }

  @Override
  public Batch of(Batch in, Counts counts) {
    Race race = race();
    if (race == null) {
      prepareOnceWorth(in);
      return code.vectorised(in, counts);
    }
    boolean isCode = race.picksSecond();
    long begun = System.nanoTime();
    Batch out = isCode ? code.of(in, counts) : code.vectorised(in, counts);
    race.note(isCode, in.size(), System.nanoTime() - begun);
    return out;
  }

  /// What was found out about the code; null as long as there is none.
  @Nullable Race race() {
    Class<?> made = isPrepared ? code.code() : null;
    return made == null ? null : RACES.get(made);
  }

  private void prepareOnceWorth(Batch in) {
    long after = items.addAndGet(in.size());
    long before = after - in.size();
    if (before < worthCompiling && after >= worthCompiling) {
      prepare(in.fresh(), sample -> code.of(sample, new Counts()));
    } else if (before < worthLooking && after >= worthLooking) {
      prepare(in.fresh(), code::findCode);
    }
  }

  private void prepare(Batch sample, Consumer<Batch> preparation) {
    ForkJoinPool.commonPool()
        .execute(() -> {
          try {
            preparation.accept(sample);
          } catch (RuntimeException ofSomeItem) {
            // It is met again, and dealt with, when that item's batch goes this way.
          } finally {
            isPrepared = code.code() != null;
          }
        });
  }
}
