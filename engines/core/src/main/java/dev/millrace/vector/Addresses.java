package dev.millrace.vector;

import java.util.Arrays;

/// Where each item of some pieces lies, as one number: its piece, and in the lowest bits its place
/// there. They ascend in the order of the items, and leave the bits above them to a key.
///
/// @param starts for each piece the index of its first item, and at the end how many items there
///   are
/// @param placeBits how many bits a place takes
/// @param bits how many an address takes
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Addresses(int[] starts, int placeBits, int bits) {
  /// The addresses of the items of some pieces.
  public static Addresses of(int[] starts) {
    int longest = 1;
    for (int i = 1; i < starts.length; i++) {
      longest = Math.max(longest, starts[i] - starts[i - 1]);
    }
    int placeBits = bits(longest - 1);
    int pieceBits = bits(Math.max(0, starts.length - 2));
    return new Addresses(starts, placeBits, placeBits + pieceBits);
  }

  /// The piece that the item with an index is in, which none of the empty ones is.
  ///
  /// @param starts as above
  public static int piece(int[] starts, int index) {
    int found = Arrays.binarySearch(starts, index);
    int piece = found >= 0 ? found : -found - 2;
    while (starts[piece + 1] == index) {
      piece++;
    }
    return piece;
  }

  /// How many items there are.
  public int count() {
    return starts[starts.length - 1];
  }

  /// The address of the item with an index.
  public long of(int index) {
    return of(piece(starts, index), index);
  }

  /// The address of the item with an index.
  ///
  /// @param piece the piece that it is in
  public long of(int piece, int index) {
    return (long) piece << placeBits | (index - starts[piece]);
  }

  /// Writes the addresses of all items from one index up to another, at these indices.
  public void write(long[] into, int from, int to) {
    int next = from;
    for (int piece = from < to ? piece(starts, from) : 0; next < to; piece++) {
      long first = ((long) piece << placeBits) - starts[piece];
      for (int end = Math.min(to, starts[piece + 1]); next < end; next++) {
        into[next] = first + next;
      }
    }
  }

  /// What masks the address of an item.
  public long mask() {
    return (1L << bits) - 1;
  }

  /// The piece of an item.
  ///
  /// @param item its address, and anything in the bits above
  public int piece(long item) {
    return (int) ((item & mask()) >>> placeBits);
  }

  /// Its place there.
  public int place(long item) {
    return (int) item & ((1 << placeBits) - 1);
  }

  /// Its index among all items.
  public int index(long item) {
    return starts[piece(item)] + place(item);
  }

  private static int bits(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }
}
