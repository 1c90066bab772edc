package dev.millrace.pipeline;

/// An aggregation that folds all entries with equal keys to one. The result is in the order of
/// their places.
///
/// Equal keys are folded as early as runs are formed, after "Efficient sorting, duplicate removal,
/// grouping, and aggregation". Since joins may have any shape, `fold` is associative; an
/// aggregation that leaves a key out by how often it occurs keeps a mark for it until the end
/// ([#survives]).
///
/// @param <S> what an entry keeps beside its key
public non-sealed interface Folding<S> extends Aggregation<S> {
  /// Makes one entry of two with equal keys. Associative; both are used up.
  ///
  /// @param earlier the one whose items came first
  /// @param later the one whose items came after all of those
  /// @return an entry at the place of one of the two
  Entry<S> fold(Entry<S> earlier, Entry<S> later);
}
