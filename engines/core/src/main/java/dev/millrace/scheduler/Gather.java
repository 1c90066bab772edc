package dev.millrace.scheduler;

import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Gathered;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Part;
import dev.millrace.slot.Slot;
import dev.millrace.slot.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/// The units of one gathering: one for each chunk, the results kept in slots in the order of the
/// chunks.
///
/// Units are made by one thread at a time and run once each, on any threads, in any order. When the
/// chunk of one unit has failed, units of later chunks that have not begun do nothing: nobody will
/// need them, since all that is taken ends with the first failure.
public final class Gather {
  private final Work work;
  private final long needs;
  private final Slots slots;
  private final Run run;
  private final List<Slot<Gathered>> results = new ArrayList<>();
  private final AtomicInteger firstFailed = new AtomicInteger(Integer.MAX_VALUE);
  private int counted;
  private long had;

  /// What is done with each chunk.
  @FunctionalInterface
  public interface Work {
    /// What comes of a chunk.
    ///
    /// @param chunk the chunk
    /// @param index how many chunks come before it
    /// @param ledger where errors and counts are noted
    Gathered of(Chunk chunk, int index, Ledger ledger);
  }

  /// A gathering without units.
  ///
  /// @param work what is done with each chunk
  /// @param needs after how many items of the first chunks no further chunk is needed
  /// @param slots where the results go
  /// @param run the run it belongs to
  public Gather(Work work, long needs, Slots slots, Run run) {
    this.work = work;
    this.needs = needs;
    this.slots = slots;
    this.run = run;
  }

  /// The unit of the next chunk.
  public Runnable unit(Chunk chunk) {
    int index = results.size();
    Slot<Gathered> slot = slots.create();
    results.add(slot);
    return () -> fill(slot, index, chunk);
  }

  /// Whether no further chunk is needed: one failed, or the first chunks gave items enough.
  public boolean needsNoMore() throws InterruptedException {
    return firstFailed.get() != Integer.MAX_VALUE || hasEnough();
  }

  private boolean hasEnough() throws InterruptedException {
    while (had < needs && counted < results.size() && results.get(counted).isFilled()) {
      had += results.get(counted++).take() instanceof Part part ? part.items().size() : 0;
    }
    return had >= needs;
  }

  /// The results of all units in the order of the chunks, up to the first that failed. Waits for
  /// units that have not ended.
  public List<Gathered> take() throws InterruptedException {
    var taken = new ArrayList<Gathered>(results.size());
    for (Slot<Gathered> slot : results) {
      Gathered result = slot.take();
      taken.add(result);
      if (result.failure() != null) {
        break;
      }
    }
    return taken;
  }

  private void fill(Slot<Gathered> slot, int index, Chunk chunk) {
    if (index > firstFailed.get()) {
      slot.fail(new CancellationException("an earlier chunk failed"));
      return;
    }
    try {
      Gathered result = work.of(chunk, index, run.ledger());
      if (result.failure() != null) {
        failed(index);
      }
      slot.put(result);
    } catch (Throwable thrown) {
      failed(index);
      slot.fail(thrown);
    }
  }

  private void failed(int index) {
    firstFailed.accumulateAndGet(index, Math::min);
  }
}
