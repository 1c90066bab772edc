package dev.millrace.evaluator.vectorised;

import dev.millrace.evaluator.vectorised.PartSort.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A stable sort by keys of any kind as sorts of longs: see [PartSort]. Many items are distributed
/// by their leading bits first, and the parts sorted each for itself.
///
/// @param levels the keys
record LongSort(List<SortLevel> levels) {
  private static final int MANY = 1 << 14;
  private static final int GROUP_BITS = 8;
  private static final int PARTS = 8;

  /// A sort that has begun.
  ///
  /// @param order the indices of items in their order, when all parts have been sorted
  /// @param parts each sorts a part of it; they may run in any order and at the same time
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Begun(int[] order, List<Runnable> parts) {}

  /// The indices of items in their order.
  int[] order(int size) {
    Begun begun = begin(size);
    begun.parts.forEach(Runnable::run);
    return begun.order;
  }

  /// Begins to sort so many items.
  Begun begin(int size) {
    var order = new int[size];
    Arrays.setAll(order, i -> i);
    int[] ends = size < MANY ? new int[] {size} : distribute(order);
    var parts = new ArrayList<Runnable>();
    int from = 0;
    for (int end : ends) {
      if (end - from >= Math.max(2, size / PARTS) || (end == size && end - from > 1)) {
        int begin = from;
        parts.add(() -> new PartSort(levels, order).sort(begin, end));
        from = end;
      }
    }
    return new Begun(order, parts);
  }

  /// Puts items into groups by the leading bits of the first level that tells them apart.
  ///
  /// @return where each group ends
  private int[] distribute(int[] order) {
    var numbers = new long[order.length];
    for (SortLevel level : levels) {
      level.read(order, 0, numbers);
      var range = Range.of(numbers);
      if (range.size() > 0) {
        int dropped = Math.max(0, Range.bits(range.size()) - GROUP_BITS);
        return distribute(order, numbers, range.least(), dropped);
      }
    }
    return new int[] {order.length};
  }

  private static int[] distribute(int[] order, long[] numbers, long least, int dropped) {
    var places = new int[(1 << GROUP_BITS) + 1];
    for (long number : numbers) {
      places[(int) ((number - least) >>> dropped) + 1]++;
    }
    for (int i = 1; i < places.length; i++) {
      places[i] += places[i - 1];
    }
    for (int i = 0; i < numbers.length; i++) {
      order[places[(int) ((numbers[i] - least) >>> dropped)]++] = i;
    }
    return places;
  }
}
