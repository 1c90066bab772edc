package dev.millrace.pipeline;

import java.util.List;

/// A [Gathering] at the end of a segment.
///
/// @param gathering the gathering
/// @param <K> what it keeps of a chunk
public record Collected<K>(Gathering<K> gathering) implements Seam {
  /// The items that come of one stream alone, which is drained when the first is asked for.
  public ItemStream lazily(ItemStream in, Ledger ledger) {
    return new Lazy(
        () -> gathering.finish(List.of(gathering.keep(in, ledger)), ledger).whole().open(ledger));
  }
}
