package dev.millrace.scheduler;

import dev.millrace.engine.ItemError;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.Failures;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Tally;
import java.util.ArrayList;
import java.util.List;

/// What came out of a pipeline.
///
/// @param pieces the items, in order
/// @param errors the errors of items that were nulled or dropped
/// @param tally counts of items that did not go through one to one
public record Outcome(List<List<Item>> pieces, List<ItemError> errors, Tally tally) {

  /// The outcome of some parts, in order. If one failed, the first failure is thrown as it is.
  public static Outcome of(List<Part> parts) {
    var pieces = new ArrayList<List<Item>>(parts.size());
    var errors = new ArrayList<ItemError>();
    Tally tally = Tally.NONE;
    for (Part part : parts) {
      Throwable failure = part.failure();
      if (failure != null) {
        throw Failures.rethrow(failure);
      }
      pieces.addAll(part.pieces());
      part.notes().forEach(note -> errors.add(note.error()));
      tally = tally.plus(part.tally());
    }
    return new Outcome(pieces, errors, tally);
  }
}
