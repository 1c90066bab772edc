package dev.millrace.engine;

import dev.millrace.Engines;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// What a run gave, or how it failed.
///
/// @param items the items
/// @param schema their fields; null of a run that failed
/// @param errors the errors that were noted
/// @param counts where every item went; null of a run that failed
/// @param failure the error that ended the run; null where none did
public record Answer(
    List<Item> items,
    @Nullable Schema schema,
    List<ItemError> errors,
    @Nullable Counts counts,
    @Nullable ItemError failure) {
  /// What an engine gives.
  public static Answer of(Engine engine, Plan plan, Feed feed, RunOptions options) {
    return of(engine, plan, feed, options, new RunHandle(options.parallelism()));
  }

  /// What an engine gives in a run that is steered by a handle.
  public static Answer of(
      Engine engine, Plan plan, Feed feed, RunOptions options, RunHandle handle) {
    try {
      RunResult result = engine.run(plan, feed, options, handle);
      var items = new ArrayList<Item>();
      result.feed().forEach(items::add);
      return new Answer(items, result.feed().schema(), result.errors(), result.counts(), null);
    } catch (ItemException failed) {
      return new Answer(List.of(), null, List.of(), null, failed.error());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /// What a registered engine gives, in small chunks.
  public static Answer of(Engines engine, Plan plan, Feed feed, OnError policy) {
    return of(engine.engine(), plan, feed, new RunOptions(1, 7, policy));
  }

  /// What the reference gives.
  public static Answer ofReference(Plan plan, Feed feed, OnError policy) {
    return of(Engines.EAGER, plan, feed, policy);
  }
}
