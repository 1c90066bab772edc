package dev.millrace.evaluator.vectorised;

import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.vector.Addresses;
import java.util.ArrayList;
import java.util.List;

/// A stable sort by keys of any kind as sorts of longs: see [PartSort]. Many items are distributed
/// first, and the parts sorted each for itself: see [Distribution].
///
/// @param levels the keys
/// @param addresses where the items lie
/// @param items the addresses of the items in their order, when all stages are done, in the lowest
///   bits
/// @param spare room for as many longs
@SuppressWarnings("ArrayRecordComponent") // never compared
record LongSort(List<SortLevel> levels, Addresses addresses, long[] items, long[] spare) {
  private static final int MANY = 1 << 14;

  /// A sort by levels.
  LongSort(List<SortLevel> levels, Addresses addresses) {
    this(levels, addresses, new long[addresses.count()], new long[addresses.count()]);
  }

  /// A sort by keys.
  ///
  /// @param by what is wanted of each key of the items
  static LongSort of(List<SortKey> by, KeyedItems items) {
    var addresses = Addresses.of(items.places().starts());
    var levels = new ArrayList<SortLevel>();
    for (int i = 0; i < by.size(); i++) {
      levels.addAll(new SortLevels(by.get(i), addresses).of(items, i));
    }
    return new LongSort(levels, addresses);
  }

  /// Sorts on this thread.
  void run() {
    stages().forEach(stage -> stage.forEach(Runnable::run));
  }

  /// The work, stage after stage; any of one stage may run at the same time.
  List<List<Runnable>> stages() {
    Distribution distribution = items.length < MANY ? null : Distribution.of(this);
    return distribution == null ? List.of(List.of(this::sortAll)) : distribution.stages();
  }

  private void sortAll() {
    addresses.write(items, 0, items.length);
    parts().sort(0, items.length);
  }

  /// Sorts parts of the items.
  PartSort parts() {
    return new PartSort(levels, addresses.bits(), items, spare);
  }
}
