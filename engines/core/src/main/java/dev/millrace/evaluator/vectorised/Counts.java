package dev.millrace.evaluator.vectorised;

import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Tally;

/// What became of the items of a batch that did not come out one to one; noted in a ledger only
/// once the whole batch went well.
public final class Counts {
  private Tally tally = Tally.NONE;

  /// Notes that items were left out.
  public void filtered(int items) {
    tally = tally.plus(new Tally(0, items, 0));
  }

  /// Notes what a stage noted.
  void add(Tally other) {
    tally = tally.plus(other);
  }

  /// Notes all of it in a ledger.
  void noteIn(Ledger ledger) {
    ledger.absorb(tally);
  }
}
