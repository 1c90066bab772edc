package dev.millrace.pipeline;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a [Gathering] keeps of one chunk.
///
/// @param of what it keeps, null when the chunk failed
/// @param notes what was noted while it was made, a part without items
/// @param failure what ended the chunk early, null when nothing did
/// @param <K> what is kept
public record Kept<K>(@Nullable K of, Part notes, @Nullable Throwable failure) implements Gathered {
  /// What is kept of a chunk. Whatever it throws becomes the failure.
  public static <K> Kept<K> of(Gathering<K> gathering, Chunk chunk, Ledger ledger) {
    try {
      K kept = gathering.keep(chunk.open(ledger), ledger);
      return new Kept<>(kept, Part.notesOf(ledger), null);
    } catch (Throwable thrown) {
      return new Kept<>(null, Part.EMPTY, thrown);
    }
  }

  /// What comes of all chunks: their notes, and the items; the first failure alone if one failed.
  public static <K> Made.WithNotes finish(
      Gathering<K> gathering, List<Kept<K>> kept, Ledger ledger) {
    for (Kept<K> each : kept) {
      Throwable failure = each.failure;
      if (failure != null) {
        return new Made.WithNotes(Part.failed(failure), Made.NOTHING);
      }
      ledger.takeOver(each.notes);
    }
    List<K> all = kept.stream().map(each -> Objects.requireNonNull(each.of)).toList();
    Made items = gathering.finish(all, ledger);
    return new Made.WithNotes(Part.notesOf(ledger), items);
  }
}
