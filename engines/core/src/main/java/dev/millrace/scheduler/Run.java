package dev.millrace.scheduler;

import dev.millrace.engine.RunOptions;
import dev.millrace.pipeline.Cancellation;
import dev.millrace.pipeline.Cutter;
import dev.millrace.pipeline.Ledger;

/// One run of a pipeline: what its caller asked for, and whether it is to stop.
///
/// @param options what the caller asked for
/// @param cancellation whether the run is to stop
public record Run(RunOptions options, Cancellation cancellation) {
  /// A new run.
  public static Run of(RunOptions options) {
    return new Run(options, new Cancellation());
  }

  /// An empty ledger for a unit of this run.
  public Ledger ledger() {
    return new Ledger(options.onError(), cancellation);
  }

  /// What cuts one list of items into chunks.
  public Cutter cutter() {
    return Cutter.of(options.chunking());
  }
}
