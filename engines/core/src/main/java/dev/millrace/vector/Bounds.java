package dev.millrace.vector;

/// Where in one array the pieces of each value lie, one value after another, and a mark of two bits
/// for each: four bytes a value. The first value's pieces begin at 0, every other's where those of
/// the one before it end.
final class Bounds {
  /// The most pieces that there may be of all values.
  static final int MOST = 1 << 29;

  private static final int MARK_BITS = 2;
  private static final int MARK_MASK = (1 << MARK_BITS) - 1;

  private final int[] ends;
  private int count;

  /// No bounds yet.
  ///
  /// @param values how many values there will be
  Bounds(int values) {
    ends = new int[values];
  }

  /// Adds the next value.
  ///
  /// @param pieces how many pieces it has
  /// @param mark its mark, 0 to 3
  /// @return whether there was room for it
  boolean add(long pieces, int mark) {
    long end = total() + pieces;
    if (end > MOST) {
      return false;
    }
    ends[count++] = (int) end << MARK_BITS | mark;
    return true;
  }

  /// How many pieces the values added so far have.
  int total() {
    return from(count);
  }

  /// Where a value's pieces begin.
  int from(int index) {
    return index == 0 ? 0 : to(index - 1);
  }

  /// Where a value's pieces end.
  int to(int index) {
    return ends[index] >>> MARK_BITS;
  }

  /// A value's mark.
  int mark(int index) {
    return ends[index] & MARK_MASK;
  }
}
