package dev.millrace.evaluator.vectorised;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds items by the lowest bits of their flags.
///
/// They are counted first, and that decides how they are looked for: where nearly all or nearly
/// none are wanted, eight at a time, by branches that are hardly ever mispredicted; else one by
/// one, without a branch, so that no pattern of the flags is slow.
final class Selection {
  private static final int RARE = 32;
  private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Selection() {}

  /// How many of the first flags are set.
  static int count(byte[] flags, int size) {
    int count = 0;
    int wordsEnd = size & -Long.BYTES;
    for (int i = 0; i < wordsEnd; i += Long.BYTES) {
      count += Long.bitCount((long) WORDS.get(flags, i) & LOWEST_BITS);
    }
    for (int i = wordsEnd; i < size; i++) {
      count += flags[i] & 1;
    }
    return count;
  }

  /// Where the first flags are as wanted, in order.
  ///
  /// @param wanted 1 or 0
  static int[] places(byte[] flags, int size, int wanted) {
    int set = count(flags, size);
    var places = new int[wanted == 1 ? set : size - set];
    if (RARE * Math.min(set, size - set) <= size) {
      findByWords(flags, size, wanted, places);
    } else {
      findOneByOne(flags, wanted, places);
    }
    return places;
  }

  /// Without a branch that depends on a flag.
  static void findOneByOne(byte[] flags, int wanted, int[] places) {
    int flip = 1 - wanted;
    int found = 0;
    for (int i = 0; found < places.length; i++) {
      places[found] = i;
      found += (flags[i] & 1) ^ flip;
    }
  }

  /// With two branches for eight flags.
  static void findByWords(byte[] flags, int size, int wanted, int[] places) {
    long flip = wanted == 1 ? 0 : LOWEST_BITS;
    int wordsEnd = size & -Long.BYTES;
    int found = 0;
    for (int i = 0; i < wordsEnd; i += Long.BYTES) {
      long word = ((long) WORDS.get(flags, i) ^ flip) & LOWEST_BITS;
      if (word == LOWEST_BITS) {
        for (int j = 0; j < Long.BYTES; j++) {
          places[found++] = i + j;
        }
      } else {
        for (; word != 0; word &= word - 1) {
          places[found++] = i + Long.numberOfTrailingZeros(word) / Byte.SIZE;
        }
      }
    }
    for (int i = wordsEnd; i < size; i++) {
      if ((flags[i] & 1) == wanted) {
        places[found++] = i;
      }
    }
  }
}
