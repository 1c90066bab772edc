package dev.millrace.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of one run of an aggregation, or of what several runs were joined to.
///
/// A run that failed has no entries and carries the failure; joins take it for empty. Notes and
/// failures stay with the runs: a joined block has none.
///
/// @param entries the entries; each key at most once where the aggregation folds
/// @param notes what was noted while the run was made, a part without items
/// @param failure what ended the run early, null when nothing did
/// @param <S> what an entry keeps beside its key
public record Block<S>(List<Entry<S>> entries, Part notes, @Nullable Throwable failure)
    implements Gathered {
  private static final Part NOTHING = new Part(List.of(), List.of(), null, Tally.NONE);

  /// A block that was joined.
  public static <S> Block<S> of(List<Entry<S>> entries) {
    return new Block<>(entries, NOTHING, null);
  }

  /// The block of a run that failed.
  static <S> Block<S> failed(Throwable failure) {
    return new Block<>(List.of(), NOTHING, failure);
  }
}
