package dev.millrace.bench.lost;

import dev.millrace.bench.rounds.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// An engine that hashes items by workers that take chunks from one cursor, the caller among them,
/// and that is bad in one way. The answer, the sum of all hashes, is the same whatever its flaw.
///
/// The work is [Rounds], which two workers do as fast as one each where there is a core for both:
/// no memory, nothing that is shared.
public final class FlawedEngine implements AutoCloseable {
  private static final int CHUNKS = 200;
  private static final int STORM_CHUNKS = 10;
  private static final int OBJECTS_OF_AN_ITEM = 3;
  private static final int LONGS_OF_AN_OBJECT = 4;

  private final Flaw flaw;
  private final int parallelism;
  private final int rounds;
  private final int[] ends;
  private final ExecutorService others;
  private final AtomicBoolean lock = new AtomicBoolean();
  private final AtomicInteger cursor = new AtomicInteger();

  /// An engine, whose threads are started.
  ///
  /// @param flaw what is bad
  /// @param parallelism how many workers
  /// @param items how many items
  /// @param itemNanos what each costs, in nanoseconds of a core of 3.5 GHz
  public FlawedEngine(Flaw flaw, int parallelism, int items, int itemNanos) {
    this.flaw = flaw;
    this.parallelism = parallelism;
    this.rounds = Rounds.forNanos(itemNanos);
    this.ends = ends(flaw, items);
    this.others = Executors.newFixedThreadPool(Math.max(1, parallelism - 1));
  }

  /// The sum of all items' hashes.
  public long run() throws InterruptedException, ExecutionException {
    cursor.set(0);
    long sum = flaw == Flaw.SERIAL_PART ? next() : 0;
    List<Future<Long>> called = new ArrayList<>();
    for (int worker = 1; worker < parallelism; worker++) {
      called.add(others.submit(this::pulled));
    }
    sum += pulled();
    for (Future<Long> worker : called) {
      sum += worker.get();
    }
    return sum;
  }

  @Override
  public void close() {
    others.close();
  }

  /// Where each chunk ends.
  private static int[] ends(Flaw flaw, int items) {
    int first =
        switch (flaw) {
          case SERIAL_PART -> items / 10;
          case UNEQUAL_CHUNKS -> items * 3 / 4;
          case FAIR, ALLOCATION_STORM, SPINNING_LOCK -> 0;
        };
    int equal = Math.clamp(items - first, 1, flaw == Flaw.ALLOCATION_STORM ? STORM_CHUNKS : CHUNKS);
    var ends = new int[equal + 1];
    for (int i = 0; i <= equal; i++) {
      ends[i] = first + (int) ((long) (items - first) * i / equal);
    }
    return ends;
  }

  private long pulled() {
    long sum = 0;
    while (cursor.get() < ends.length) {
      sum += next();
    }
    return sum;
  }

  /// Takes a chunk and does it; 0 if none is left.
  private long next() {
    int chunk = cursor.getAndIncrement();
    if (chunk >= ends.length) {
      return 0;
    }
    int from = chunk == 0 ? 0 : ends[chunk - 1];
    int to = ends[chunk];
    return switch (flaw) {
      case FAIR, SERIAL_PART, UNEQUAL_CHUNKS -> hashes(from, to);
      case ALLOCATION_STORM -> keeping(from, to);
      case SPINNING_LOCK -> {
        int middle = from + (to - from) * 3 / 5;
        yield locked(from, middle) + hashes(middle, to);
      }
    };
  }

  private long hashes(int from, int to) {
    long sum = 0;
    for (int item = from; item < to; item++) {
      sum += Rounds.of(item, rounds);
    }
    return sum;
  }

  private long locked(int from, int to) {
    while (!lock.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
    try {
      return hashes(from, to);
    } finally {
      lock.set(false);
    }
  }

  /// The hashes, each kept in some objects, and added up at the end.
  private long keeping(int from, int to) {
    var kept = new long[(to - from) * OBJECTS_OF_AN_ITEM][];
    for (int item = from; item < to; item++) {
      long hash = Rounds.of(item, rounds);
      for (int i = 0; i < OBJECTS_OF_AN_ITEM; i++) {
        var object = new long[LONGS_OF_AN_OBJECT];
        object[0] = hash;
        kept[(item - from) * OBJECTS_OF_AN_ITEM + i] = object;
      }
    }
    long sum = 0;
    for (int i = 0; i < kept.length; i += OBJECTS_OF_AN_ITEM) {
      sum += kept[i][0];
    }
    return sum;
  }
}
