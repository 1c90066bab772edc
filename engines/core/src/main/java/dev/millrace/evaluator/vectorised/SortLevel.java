package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Addresses;
import dev.millrace.vector.Texts;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/// One part of the keys of all items, as numbers in their order. Items are sorted by the first
/// level; those that it does not tell apart by the next. Immutable, and read by several threads.
@SuppressWarnings("ArrayRecordComponent") // levels are never compared
sealed interface SortLevel {
  /// Writes the numbers of some items at the indices that these have.
  ///
  /// @param items their addresses, and anything in the bits above
  void read(long[] items, int from, int to, long[] into);

  /// What is left to sort items by, the first bits of whose numbers are equal; null for nothing.
  ///
  /// @param bits how many bits, 64 for all
  default @Nullable SortLevel rest(int bits) {
    return bits < Long.SIZE ? this : null;
  }

  /// Numbers of one scale.
  ///
  /// @param numbers for each piece the numbers; an array may be longer than its piece
  /// @param flip the bits that are turned round: none, or all where the largest comes first
  record OfNumbers(Addresses addresses, long[][] numbers, long flip) implements SortLevel {
    @Override
    public void read(long[] items, int from, int to, long[] into) {
      for (int i = from; i < to; i++) {
        into[i] = numbers[addresses.piece(items[i])][addresses.place(items[i])] ^ flip;
      }
    }
  }

  /// Codes, by the ranks of what they stand for.
  ///
  /// @param codes for each piece the codes; an array may be longer than its piece
  /// @param ranks the rank of each code
  record OfCodes(Addresses addresses, int[][] codes, int[] ranks) implements SortLevel {
    @Override
    public void read(long[] items, int from, int to, long[] into) {
      for (int i = from; i < to; i++) {
        into[i] = ranks[codes[addresses.piece(items[i])][addresses.place(items[i])]];
      }
    }
  }

  /// Texts, of which eight bytes are a number.
  ///
  /// @param texts for each piece the texts
  /// @param longest how many bytes the longest has
  /// @param begin the index of the first byte of the number in a text
  /// @param flip the bits that are turned round
  record OfBytes(Addresses addresses, Texts[] texts, int longest, int begin, long flip)
      implements SortLevel {
    @Override
    public void read(long[] items, int from, int to, long[] into) {
      for (int i = from; i < to; i++) {
        Texts piece = texts[addresses.piece(items[i])];
        into[i] = piece.bytes(addresses.place(items[i]), begin) ^ flip;
      }
    }

    /// The bytes behind those that are equal.
    @Override
    public @Nullable SortLevel rest(int bits) {
      int next = begin + bits / Byte.SIZE;
      return next < longest ? new OfBytes(addresses, texts, longest, next, flip) : null;
    }
  }

  /// Any numbers, by the index of an item among all.
  ///
  /// @param number gives the number
  record ByIndex(Addresses addresses, IntToLongFunction number) implements SortLevel {
    @Override
    public void read(long[] items, int from, int to, long[] into) {
      for (int i = from; i < to; i++) {
        into[i] = number.applyAsLong(addresses.index(items[i]));
      }
    }
  }

  /// Any numbers, by the place of an item in its piece.
  ///
  /// @param number gives the number
  record ByPlace(Addresses addresses, InPiece number) implements SortLevel {
    /// Gives the number of an item.
    @FunctionalInterface
    interface InPiece {
      /// The number of the item at a place of a piece.
      long at(int piece, int place);
    }

    @Override
    public void read(long[] items, int from, int to, long[] into) {
      for (int i = from; i < to; i++) {
        into[i] = number.at(addresses.piece(items[i]), addresses.place(items[i]));
      }
    }
  }
}
