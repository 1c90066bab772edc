package dev.millrace.evaluator.fused;

import dev.millrace.feed.Item;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import java.util.List;

/// Stages one after another between which items are handed on by a loop: none of them stands on the
/// stack of another, so that there may be any number.
///
/// Items go through as they do through stages that pull: each as far as it comes before the next is
/// asked for.
///
/// @param stages item-wise stages, at least one
record Relay(List<StreamStage> stages) implements StreamStage {
  @Override
  public ItemStream apply(ItemStream in, Ledger ledger) {
    int last = stages.size() - 1;
    var streams = new ItemStream[last + 1];
    var given = new One[last + 1];
    ItemStream source = in;
    for (int i = 0; i <= last; i++) {
      streams[i] = stages.get(i).apply(source, ledger);
      given[i] = new One();
      source = given[i];
    }
    return () -> {
      int at = last;
      while (true) {
        Item item = streams[at].next();
        if (item == null ? at == 0 : at == last) {
          return item;
        }
        if (item == null) {
          at--;
        } else {
          given[at++].item = item;
        }
      }
    };
  }
}
