package dev.millrace.evaluator.vectorised;

import java.util.Arrays;
import java.util.List;

/// Which items have equal keys: a number for each different key, counted from 0 in the order of
/// first appearance.
///
/// An open-addressing table of numbers with the hashes beside it, so that a probe that meets
/// another key almost never looks at the key itself.
///
/// @param of for each item the number of its key
/// @param firsts for each number the first item that has the key
@SuppressWarnings("ArrayRecordComponent") // never compared
record Identities(int[] of, int[] firsts) {
  private static final int LEAST_TABLE = 16;
  private static final int MIX = 0x9E37_79B9;

  /// The identities of items by some keys. O(items).
  static Identities of(List<KeyColumn> keys, int size) {
    int capacity = Math.max(LEAST_TABLE, Integer.highestOneBit(Math.max(1, size)) << 2);
    var table = new int[capacity];
    var hashes = new int[size];
    var of = new int[size];
    var firsts = new int[size];
    int count = 0;
    int shift = Integer.numberOfLeadingZeros(capacity) + 1;
    for (int i = 0; i < size; i++) {
      int hash = hash(keys, i);
      int slot = (hash * MIX) >>> shift;
      while (table[slot] != 0 && !isAt(table[slot] - 1, i, hash, keys, hashes, firsts)) {
        slot = (slot + 1) & (capacity - 1);
      }
      if (table[slot] == 0) {
        table[slot] = count + 1;
        hashes[count] = hash;
        firsts[count++] = i;
      }
      of[i] = table[slot] - 1;
    }
    return new Identities(of, Arrays.copyOf(firsts, count));
  }

  private static int hash(List<KeyColumn> keys, int index) {
    int hash = 0;
    for (KeyColumn key : keys) {
      hash = 31 * hash + key.hash(index);
    }
    return hash;
  }

  private static boolean isAt(
      int number, int index, int hash, List<KeyColumn> keys, int[] hashes, int[] firsts) {
    if (hashes[number] != hash) {
      return false;
    }
    for (KeyColumn key : keys) {
      if (!key.areEqual(firsts[number], index)) {
        return false;
      }
    }
    return true;
  }
}
