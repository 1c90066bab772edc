package dev.millrace.evaluator.eager;

import static dev.millrace.evaluator.eager.Events.each;
import static dev.millrace.evaluator.eager.Rows.conform;

import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.ItemAction;
import dev.millrace.action.OrderedAction;
import dev.millrace.engine.Counts;
import dev.millrace.engine.OnError;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Actions over whole lists of events, for one run.
final class EagerActions {
  private final OnError onError;
  private final Totals totals = new Totals();
  private long rows;

  /// Actions for a run over a feed of some size.
  EagerActions(OnError onError, long rows) {
    this.onError = onError;
    this.rows = rows;
  }

  /// What some steps make of a list, one after another.
  List<Event> run(List<Step> steps, List<Event> input) throws InterruptedException {
    List<Event> events = input;
    for (Step step : steps) {
      events = run(step, events);
    }
    return events;
  }

  /// Where every item of the run went.
  Counts counts(Plan plan, long read, long written, long errors) {
    long dropped = onError == OnError.DROP ? errors : 0;
    return plan.hasLimit()
        ? Counts.net(read, written, dropped)
        : new Counts(read, totals.added, written, totals.filtered, dropped, totals.merged);
  }

  private List<Event> run(Step step, List<Event> events) throws InterruptedException {
    return switch (step.action()) {
      case ItemAction action -> {
        var items = new EagerItems(onError, totals, step);
        yield each(events, (item, out) -> items.run(action, item, out));
      }
      case OrderedAction action -> new EagerOrdered(onError, totals, step).run(action, events);
      case AggregateAction action -> aggregate(action, step, events);
      case Union(var feed) -> union(feed, step, events);
      case Conditional conditional ->
          conditional.isItemWise()
              ? choose(conditional, step, events)
              : split(conditional, step, events);
    };
  }

  private List<Event> union(Feed feed, Step step, List<Event> events) {
    var out = new ArrayList<>(events);
    boolean ended = !out.isEmpty() && out.getLast() instanceof Event.End;
    for (Item item : feed) {
      if (!ended) {
        out.add(new Event.Item(conform(item.at(rows), feed.schema(), step.after())));
      }
      rows++;
      totals.added++;
    }
    return out;
  }

  private List<Event> aggregate(AggregateAction action, Step step, List<Event> events)
      throws InterruptedException {
    var aggregates = new EagerAggregates(onError, step);
    List<Event> out = aggregates.run(action, events);
    totals.filtered += aggregates.filtered();
    totals.merged += aggregates.merged();
    return out;
  }

  private List<Event> choose(Conditional conditional, Step step, List<Event> events)
      throws InterruptedException {
    return each(
        events,
        (item, out) -> {
          var policy = new Policy(onError, out);
          String path = step.path() + ".if";
          Value chosen = policy.condition(item, path, conditional.condition(), step.before());
          if (chosen != null) {
            List<Step> branch = chosen.equals(Bool.TRUE) ? step.then() : step.otherwise();
            out.addAll(branch(branch, step, List.of(new Event.Item(item))));
          }
        });
  }

  private List<Event> split(Conditional conditional, Step step, List<Event> events)
      throws InterruptedException {
    var notes = new ArrayList<Event>();
    var then = new ArrayList<Event>();
    var otherwise = new ArrayList<Event>();
    String path = step.path() + ".if";
    List<Event> rest =
        each(
            events,
            (item, out) -> {
              var policy = new Policy(onError, out);
              Value chosen = policy.condition(item, path, conditional.condition(), step.before());
              if (chosen != null) {
                (chosen.equals(Bool.TRUE) ? then : otherwise).add(new Event.Item(item));
              }
            });
    for (Event event : rest) {
      if (event instanceof Event.End) {
        then.add(event);
        otherwise.add(event);
      } else {
        notes.add(event);
      }
    }
    var all = new ArrayList<>(notes);
    all.addAll(branch(step.then(), step, then));
    all.addAll(branch(step.otherwise(), step, otherwise));
    return each(all, (item, out) -> out.add(new Event.Item(item)));
  }

  private List<Event> branch(List<Step> steps, Step conditional, List<Event> events)
      throws InterruptedException {
    Schema end = steps.isEmpty() ? conditional.before() : steps.getLast().after();
    return each(
        run(steps, events),
        (item, out) -> out.add(new Event.Item(conform(item, end, conditional.after()))));
  }
}
