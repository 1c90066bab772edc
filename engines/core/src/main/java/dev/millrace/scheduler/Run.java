package dev.millrace.scheduler;

import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.feed.Storage;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Cutter;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Part;

/// One run of a pipeline: what its caller asked for, and what steers it.
///
/// @param options what the caller asked for
/// @param handle what steers it
public record Run(RunOptions options, RunHandle handle) {
  /// An empty ledger for a unit of this run.
  public Ledger ledger() {
    return new Ledger(options.onError(), handle::check);
  }

  /// An empty ledger for a stream that the caller drains: it stands still while the run is paused.
  public Ledger pausingLedger() {
    return new Ledger(options.onError(), handle::checkAndPause);
  }

  /// What comes out of a chunk, held as the run's results are.
  public Part drained(Chunk chunk, Ledger ledger) {
    return Part.drain(chunk, ledger).held(options.storage());
  }

  /// A chunk whose items are held as those are that wait for others.
  public Chunk held(Chunk chunk) {
    return options.storage() == Storage.OBJECTS
        ? chunk
        : ledger -> drained(chunk, ledger()).open(ledger);
  }

  /// What cuts one list of items into chunks.
  public Cutter cutter() {
    return Cutter.of(options.chunking());
  }
}
