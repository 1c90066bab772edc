package dev.millrace.evaluator.fused;

import dev.millrace.feed.Item;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.value.Bool;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// Sends each item through one of two item-wise stages; what comes out keeps its place.
///
/// @param condition chooses
/// @param then the stage when it is true
/// @param otherwise the stage when it is not
record Choice(Guard condition, StreamStage then, StreamStage otherwise) implements StreamStage {
  @Override
  public ItemStream apply(ItemStream in, Ledger ledger) {
    var source = new One();
    ItemStream thenStream = then.apply(source, ledger);
    ItemStream otherwiseStream = otherwise.apply(source, ledger);
    Value[] variables = Guard.room(condition);
    return new ItemStream() {
      private @Nullable ItemStream current;

      @Override
      public @Nullable Item next() {
        while (true) {
          Item made = current == null ? null : current.next();
          if (made != null) {
            return made;
          }
          Item item = in.next();
          if (item == null) {
            return null;
          }
          Value chosen = condition.of(item, variables, ledger);
          source.item = chosen == null ? null : item;
          current = Bool.TRUE.equals(chosen) ? thenStream : otherwiseStream;
        }
      }
    };
  }
}
