package dev.millrace.evaluator.eager;

import dev.millrace.engine.Counts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.ItemError;
import dev.millrace.engine.ItemException;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.plan.Plan;
import dev.millrace.trace.Stretch;
import dev.millrace.trace.Trace;
import dev.millrace.trace.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The reference: sequential, one whole list after each action.
///
/// Work O(n) for each action, and so is the memory: allocation grows with actions × items. Every
/// other engine is tested against this one.
public final class EagerEngine implements Engine {
  @Override
  public RunResult run(Plan plan, Feed feed, RunOptions options, RunHandle handle)
      throws InterruptedException {
    plan.requireInput(feed);
    handle.note(trace -> trace.enter("begin"));
    var events = new ArrayList<Event>();
    for (Item item : feed) {
      Events.checkInterrupted();
      handle.checkAndPause();
      events.add(new Event.Item(item));
    }
    var actions = new EagerActions(options.onError(), feed.size());
    List<Event> result = events;
    for (int i = 0; i < plan.steps().size(); i++) {
      var stretch = new Stretch(i, plan.steps().subList(i, i + 1), null);
      handle.note(trace -> trace.enter(stretch, Unit.UNCOUNTED));
      result = actions.run(stretch.items(), result);
    }
    handle.note(trace -> trace.enter("end"));
    RunResult run = result(plan, feed, actions, result);
    handle.note(Trace::leave);
    return run;
  }

  private static RunResult result(Plan plan, Feed feed, EagerActions actions, List<Event> events) {
    var items = new ArrayList<Item>();
    var errors = new ArrayList<ItemError>();
    for (Event event : events) {
      switch (event) {
        case Event.Item(var item) -> items.add(item);
        case Event.Noted(var error) -> errors.add(error);
        case Event.End(var error) -> throw new ItemException(error);
      }
    }
    Collections.sort(errors);
    Counts counts = actions.counts(plan, feed.size(), items.size(), errors.size());
    return new RunResult(Feed.of(plan.output(), items), counts, List.copyOf(errors));
  }
}
