package dev.millrace.feed;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/// Items in pieces. Immutable.
public final class Rope extends AbstractList<Item> implements RandomAccess {
  private final List<List<Item>> pieces;
  private final int[] starts;

  /// A rope of pieces in order. The pieces are kept, not copied: no caller changes them.
  ///
  /// @throws ArithmeticException if there are more items than an int counts
  public Rope(List<List<Item>> pieces) {
    this.pieces = List.copyOf(pieces);
    this.starts = new int[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], pieces.get(i).size());
    }
  }

  /// The pieces, in order.
  public List<List<Item>> pieces() {
    return pieces;
  }

  /// What the pieces have of the items from index `from`, inclusive, to `to`, exclusive.
  public List<List<Item>> pieces(int from, int to) {
    Objects.checkFromToIndex(from, to, size());
    if (from == 0 && to == size()) {
      return pieces;
    }
    var within = new ArrayList<List<Item>>();
    for (int i = piece(from); i < pieces.size() && starts[i] < to; i++) {
      int begin = Math.max(from, starts[i]) - starts[i];
      int end = Math.min(to, starts[i + 1]) - starts[i];
      if (begin < end) {
        within.add(pieces.get(i).subList(begin, end));
      }
    }
    return within;
  }

  @Override
  public Item get(int index) {
    int piece = piece(Objects.checkIndex(index, size()));
    return pieces.get(piece).get(index - starts[piece]);
  }

  @Override
  public int size() {
    return starts[pieces.size()];
  }

  @Override
  public List<Item> subList(int from, int to) {
    return new Rope(pieces(from, to));
  }

  @Override
  public Iterator<Item> iterator() {
    return new Iterator<>() {
      private final Iterator<List<Item>> rest = pieces.iterator();
      private Iterator<Item> piece = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!piece.hasNext() && rest.hasNext()) {
          piece = rest.next().iterator();
        }
        return piece.hasNext();
      }

      @Override
      public Item next() {
        return hasNext() ? piece.next() : Collections.<Item>emptyIterator().next();
      }
    };
  }

  /// The last piece that begins at an index or before it: the others there are empty.
  private int piece(int index) {
    int found = Arrays.binarySearch(starts, 0, pieces.size(), index);
    int piece = found >= 0 ? found : -found - 2;
    while (piece + 1 < pieces.size() && starts[piece + 1] <= index) {
      piece++;
    }
    return Math.max(0, piece);
  }
}
