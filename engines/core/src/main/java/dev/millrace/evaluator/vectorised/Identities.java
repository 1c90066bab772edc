package dev.millrace.evaluator.vectorised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which items have equal keys: a number for each different key.
///
/// Keys that are codes of few dictionaries are numbered by arithmetic on the codes, and counted in
/// arrays. Others go through an open-addressing table of numbers with the hashes beside it, so that
/// a probe that meets another key almost never looks at the key itself.
///
/// @param of for each piece the number of each of its items; an array may be longer than its piece
/// @param sizes for each number how many items have it
/// @param firsts for each number that occurs the first item that has it
/// @param inOrder the numbers that occur, in the order of first appearance
@SuppressWarnings("ArrayRecordComponent") // never compared
record Identities(int[][] of, int[] sizes, int[] firsts, int[] inOrder) {
  private static final int LEAST_TABLE = 16;
  private static final int FEW_NUMBERS = 1 << 16;
  private static final int MIX = 0x9E37_79B9;

  /// The identities of items by some keys. O(items).
  ///
  /// @param keys how many of the first columns are keys
  static Identities of(KeyedItems items, int keys) {
    Numbering ofCodes = Numbering.ofCodes(items, keys);
    return counted(ofCodes == null ? Numbering.ofHashes(items, keys) : ofCodes, items);
  }

  private static Identities counted(Numbering numbers, KeyedItems items) {
    var sizes = new int[numbers.bound];
    var firsts = new int[numbers.bound];
    var inOrder = new int[Math.min(numbers.bound, items.size())];
    int different = 0;
    int base = 0;
    for (int i = 0; i < numbers.of.length; i++) {
      int size = items.pieces().get(i).size();
      int[] of = numbers.of[i];
      for (int j = 0; j < size; j++) {
        int number = of[j];
        if (sizes[number]++ == 0) {
          firsts[number] = base + j;
          inOrder[different++] = number;
        }
      }
      base += size;
    }
    return new Identities(numbers.of, sizes, firsts, Arrays.copyOf(inOrder, different));
  }

  /// How many different keys there are.
  int count() {
    return inOrder.length;
  }

  /// Numbers of items, the same for equal keys.
  ///
  /// @param of for each piece the number of each of its items
  /// @param bound what all are below
  private record Numbering(int[][] of, int bound) {
    /// The numbers of keys that are codes; null when one is not, or when there are few items for so
    /// many numbers.
    static @Nullable Numbering ofCodes(KeyedItems items, int keys) {
      Numbering numbers = null;
      long most = Math.max(FEW_NUMBERS, 2L * items.size());
      for (int i = 0; i < keys; i++) {
        Codes codes = Codes.of(items, i);
        if (codes == null || (numbers != null && (long) numbers.bound * codes.bound() > most)) {
          return null;
        }
        numbers =
            numbers == null ? new Numbering(codes.of(), codes.bound()) : numbers.and(codes, items);
      }
      return numbers;
    }

    private Numbering and(Codes codes, KeyedItems items) {
      var both = new int[of.length][];
      for (int i = 0; i < both.length; i++) {
        both[i] = new int[items.pieces().get(i).size()];
        for (int j = 0; j < both[i].length; j++) {
          both[i][j] = of[i][j] * codes.bound() + codes.of()[i][j];
        }
      }
      return new Numbering(both, bound * codes.bound());
    }

    static Numbering ofHashes(KeyedItems items, int keys) {
      var columns = new ArrayList<KeyColumn>();
      for (int i = 0; i < keys; i++) {
        columns.add(KeyColumn.of(items, i));
      }
      var table = new Table(columns, items.size());
      var of = new int[items.pieces().size()][];
      int base = 0;
      for (int i = 0; i < of.length; i++) {
        of[i] = new int[items.pieces().get(i).size()];
        for (int j = 0; j < of[i].length; j++) {
          of[i][j] = table.number(base + j);
        }
        base += of[i].length;
      }
      return new Numbering(of, table.count);
    }
  }

  /// Numbering keys in the order in which they are met.
  private static final class Table {
    private final List<KeyColumn> keys;
    private final int[] slots;
    private final int[] hashes;
    private final int[] firsts;
    private final int shift;
    private int count;

    Table(List<KeyColumn> keys, int size) {
      int capacity = Math.max(LEAST_TABLE, Integer.highestOneBit(Math.max(1, size)) << 2);
      this.keys = keys;
      this.slots = new int[capacity];
      this.hashes = new int[size];
      this.firsts = new int[size];
      this.shift = Integer.numberOfLeadingZeros(capacity) + 1;
    }

    int number(int index) {
      int hash = hash(index);
      int slot = (hash * MIX) >>> shift;
      while (slots[slot] != 0 && !isAt(slots[slot] - 1, index, hash)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      if (slots[slot] == 0) {
        hashes[count] = hash;
        firsts[count++] = index;
        slots[slot] = count;
      }
      return slots[slot] - 1;
    }

    private int hash(int index) {
      int hash = 0;
      for (KeyColumn key : keys) {
        hash = 31 * hash + key.hash(index);
      }
      return hash;
    }

    private boolean isAt(int number, int index, int hash) {
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
}
