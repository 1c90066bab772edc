package dev.millrace.optimiser;

import dev.millrace.Engines;
import dev.millrace.engine.Engine;
import dev.millrace.engine.ItemError;
import dev.millrace.engine.ItemException;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// What a run gave, or how it failed.
record Answer(
    List<Item> items, Object schema, List<ItemError> errors, Object counts, String failure) {
  /// What the reference gives for a plan as it was written.
  static Answer ofReference(Plan plan, Feed feed, OnError policy) {
    return of(Engines.EAGER.engine(), plan, feed, policy);
  }

  /// What an evaluator gives that takes every plan as it is.
  static Answer ofFused(Plan plan, Feed feed, OnError policy) {
    return of(Engines.FUSED.engine(), plan, feed, policy);
  }

  /// What an engine gives.
  static Answer of(Engines engine, Plan plan, Feed feed, OnError policy) {
    return of(engine.engine(), plan, feed, policy);
  }

  private static Answer of(Engine engine, Plan plan, Feed feed, OnError policy) {
    try {
      RunResult result = engine.run(plan, feed, new RunOptions(1, 7, policy));
      var items = new ArrayList<Item>();
      result.feed().forEach(items::add);
      return new Answer(items, result.feed().schema(), result.errors(), result.counts(), "");
    } catch (ItemException failed) {
      return new Answer(List.of(), "", List.of(), "", failed.error().toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }
}
