package dev.millrace.pipeline;

/// An ordered stage that is fed part after part, and keeps its state between them. Used by one
/// thread at a time.
public final class Fed {
  private final Ledger ledger;
  private final ItemStream out;
  private ItemStream in = () -> null;

  /// A stage at its first item.
  Fed(StreamStage stage, Ledger ledger) {
    this.ledger = ledger;
    this.out = stage.apply(() -> in.next(), ledger);
  }

  /// What the stage makes of the next part.
  public Part next(Part part) {
    ledger.clear();
    return Part.drain(
        _ -> {
          in = part.open(ledger);
          return out;
        },
        ledger);
  }
}
