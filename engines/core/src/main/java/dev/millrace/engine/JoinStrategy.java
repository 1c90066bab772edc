package dev.millrace.engine;

import java.util.Locale;

/// How the runs of an aggregation, one for each chunk, are brought together. It never changes the
/// result.
public enum JoinStrategy {
  /// A binary tree over the runs: neighbours are merged, then neighbours of the merged ones. Span
  /// O(n): the last merge touches every entry.
  MERGE_TREE,
  /// Sorted runs are cut at sampled keys, and each range of keys is merged on its own; equal keys
  /// never straddle. Span O(n / ranges) if the sample is good.
  KEY_RANGES,
  /// Runs are cut by the hash of their keys, and each partition is joined on its own. Span O(n /
  /// partitions) unless few keys have most of the items.
  HASH_PARTITIONS,
  /// Key ranges where items are sorted, a merge tree where they are folded: the cheaper of the
  /// three for each, as measured.
  BY_ACTION;

  /// The strategy of runs that ask for none.
  public static final JoinStrategy DEFAULT = BY_ACTION;

  /// The name that users type: `merge-tree` for `MERGE_TREE`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
