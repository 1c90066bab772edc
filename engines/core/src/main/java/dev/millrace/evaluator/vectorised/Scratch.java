package dev.millrace.evaluator.vectorised;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/// Arrays that are lent to one batch after another, for numbers that are needed only on the way: so
/// they are in the cache, where new ones would be memory that nobody has touched for long, and
/// several times as much of it as what comes out.
///
/// For one thread at a time.
final class Scratch {
  private static final int MOST = 64;

  private final Set<long[]> lent = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<long[]> free = new ArrayDeque<>();

  /// An array with room for so many numbers, with any numbers in it.
  long[] longs(int size) {
    long[] found = free.poll();
    long[] array = found != null && found.length >= size ? found : new long[size];
    lent.add(array);
    return array;
  }

  /// Whether an array is lent, so that whoever wants to keep it must copy it.
  boolean isLent(long[] array) {
    return lent.contains(array);
  }

  /// Takes all arrays back: nobody reads them any more.
  void takeBack() {
    for (long[] array : lent) {
      if (free.size() < MOST) {
        free.push(array);
      }
    }
    lent.clear();
  }

  /// Forgets what is lent: it is kept.
  void give() {
    lent.clear();
  }
}
