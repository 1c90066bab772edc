package dev.millrace.evaluator.vectorised;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/// Arrays that are lent to one batch after another, for numbers that are needed only on the way: so
/// they are in the cache, where new ones would be memory that nobody has touched for long, and
/// several times as much of it as what comes out.
///
/// For one thread at a time.
final class Scratch {
  private static final int MANY = 16;
  private static final int MOST = 64;

  private final List<long[]> lent = new ArrayList<>();
  private final Deque<long[]> free = new ArrayDeque<>();

  /// An array with room for so many numbers, with any numbers in it.
  long[] longs(int size) {
    long[] found = free.poll();
    long[] array = found != null && found.length >= size ? found : new long[size];
    lent.add(array);
    return array;
  }

  /// Whether an array is lent, so that whoever wants to keep it must copy it.
  @SuppressWarnings("ReferenceEquality") // the very array
  boolean isLent(long[] array) {
    for (long[] each : lent) {
      if (each == array) {
        return true;
      }
    }
    return false;
  }

  /// Whether so many arrays are lent that it is time to look which of them are still needed.
  boolean isLarge() {
    return lent.size() >= MANY;
  }

  /// Takes arrays back that nobody reads any more.
  void takeBack(Predicate<long[]> isFree) {
    lent.removeIf(array -> {
      boolean isTaken = isFree.test(array);
      if (isTaken && free.size() < MOST) {
        free.push(array);
      }
      return isTaken;
    });
  }

  /// Forgets what is lent: it is kept.
  void give() {
    lent.clear();
  }
}
