package dev.millrace.pipeline;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// Cuts items into chunks, each when it is asked for. Used by one thread at a time.
public final class Chunks implements Iterator<Chunk> {
  private final int size;
  private final Cut cut;
  private final Cutter cutter;
  private int from;

  /// Makes a chunk of a range of items.
  @FunctionalInterface
  public interface Cut {
    /// The chunk of the items from one index up to another, the latter left out.
    Chunk of(int from, int to);
  }

  /// The chunks of some items.
  ///
  /// @param size how many items there are
  /// @param cut makes a chunk
  /// @param cutter decides how large it is
  public Chunks(int size, Cut cut, Cutter cutter) {
    this.size = size;
    this.cut = cut;
    this.cutter = cutter;
  }

  @Override
  public boolean hasNext() {
    return from < size;
  }

  @Override
  public Chunk next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int items = Math.min(cutter.next(), size - from);
    Chunk chunk = cut.of(from, from + items);
    from += items;
    return new Chunk.Sized(cutter.isTimed() ? timed(chunk, items, cutter) : chunk, items);
  }

  /// A chunk that tells how long it took from when it is opened until its last item is asked for;
  /// since streams are pulled, that is what all stages over it took.
  private static Chunk timed(Chunk chunk, int items, Cutter cutter) {
    return ledger -> {
      long begun = System.nanoTime();
      return new Watched(chunk.open(ledger), () -> cutter.took(items, System.nanoTime() - begun));
    };
  }
}
