package dev.millrace.bench.rounds;

import dev.millrace.scheduler.Scheduler;
import dev.millrace.scheduler.workor.HandOffs;
import dev.millrace.scheduler.workor.Threads;
import dev.millrace.scheduler.workor.WorkOrScheduler;
import dev.millrace.slot.Slots;

/// The two-level pipeline as the engine `workor-lockfree` has it, for suites that vary something
/// else.
public final class WorkOr {
  private WorkOr() {}

  /// The scheduler.
  public static Scheduler scheduler() {
    return new WorkOrScheduler(Slots.LOCKFREE, HandOffs.BARGING, Threads.VIRTUAL);
  }
}
