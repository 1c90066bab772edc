package dev.millrace.io.trace;

import dev.millrace.io.trace.TracedRuns.TracedRun;
import dev.millrace.optimiser.ShortForm;
import dev.millrace.plan.Step;
import dev.millrace.share.Share;
import dev.millrace.share.Shares;
import dev.millrace.trace.Stretch;
import dev.millrace.trace.Timeline;
import dev.millrace.trace.Timeline.Shift;
import dev.millrace.trace.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The units of a traced run as trace events.
final class TraceEvents {
  private static final int PROCESS = 1;
  private static final int LONGEST_NAME = 100;
  private static final int NANOS_IN_MICROS = 3;
  private static final int SHARE_DIGITS = 4;

  private final TracedRun run;
  private final Timeline timeline;
  private final Shares shares;
  private final List<Part> parts = new ArrayList<>();
  private final Map<Source, Integer> partOf = new HashMap<>();

  /// The events of a run.
  TraceEvents(TracedRun run, Shares shares) {
    this.run = run;
    this.timeline = Timeline.of(run.trace());
    this.shares = shares;
    run.trace().units().forEach(unit -> partOf.computeIfAbsent(Source.of(unit), _ -> part(unit)));
  }

  /// A trace event; what it has not is null.
  ///
  /// @param ph its kind: `X` for a unit, `M` for a name
  /// @param pid the process
  /// @param tid the worker
  /// @param ts when it began, in microseconds since the run began
  /// @param dur how long it took, in microseconds
  /// @param name what it is
  /// @param cat what kind of unit it is
  /// @param args what else is known of it
  record Event(
      String ph,
      int pid,
      @Nullable Integer tid,
      @Nullable BigDecimal ts,
      @Nullable BigDecimal dur,
      String name,
      @Nullable String cat,
      Object args) {
    private static Event naming(String what, @Nullable Integer worker, String name) {
      return new Event("M", PROCESS, worker, null, null, what, null, new Name(name));
    }
  }

  /// The arguments of an event that gives a name.
  ///
  /// @param name the name
  record Name(String name) {}

  /// The arguments of a unit's event.
  ///
  /// @param unit its number
  /// @param after the numbers of the units it waited for
  /// @param segment what it is made of
  /// @param items how many items went in; null where nobody counts them
  record Args(int unit, List<Integer> after, int segment, @Nullable Integer items) {}

  /// What units of one kind are made of.
  ///
  /// @param segment its number
  /// @param cat what kind they are
  /// @param name what they do
  /// @param actions the actions in them
  record Part(int segment, String cat, String name, List<Action> actions) {}

  /// An action in units of one kind.
  ///
  /// @param name its place in the plan and its short form
  /// @param share its share of their time
  record Action(String name, BigDecimal share) {}

  /// What units have in common that are made of the same.
  private record Source(Unit.Kind kind, @Nullable Integer stretch, String name) {
    static Source of(Unit unit) {
      Stretch stretch = unit.stretch();
      return new Source(unit.kind(), stretch == null ? null : stretch.number(), unit.name());
    }
  }

  /// All events: names, then units by their numbers.
  List<Event> all(String process) {
    var events = new ArrayList<Event>();
    events.add(Event.naming("process_name", null, process));
    for (int worker = 0; worker < timeline.workers(); worker++) {
      events.add(Event.naming("thread_name", worker, "worker " + worker));
    }
    timeline.shifts().stream()
        .sorted(Comparator.comparingInt(shift -> shift.unit().number()))
        .map(this::event)
        .forEach(events::add);
    return events;
  }

  /// What the units are made of.
  List<Part> parts() {
    return parts;
  }

  /// What it costs to hand a unit over, in nanoseconds.
  OptionalLong handOffNanos() {
    return timeline.handOffNanos();
  }

  private Event event(Shift shift) {
    Unit unit = shift.unit();
    var args =
        new Args(
            unit.number(),
            unit.after().stream().map(Unit::number).toList(),
            partOf.getOrDefault(Source.of(unit), 0),
            unit.items() == Unit.UNCOUNTED ? null : unit.items());
    return new Event(
        "X",
        PROCESS,
        shift.worker(),
        micros(unit.beginNanos() - run.beginNanos()),
        micros(unit.endNanos() - unit.beginNanos()),
        unit.name(),
        label(unit.kind()),
        args);
  }

  private int part(Unit unit) {
    List<Action> actions = shares.of(unit).stream().map(TraceEvents::action).toList();
    parts.add(new Part(parts.size(), label(unit.kind()), unit.name(), actions));
    return parts.size() - 1;
  }

  private static Action action(Share share) {
    Step step = share.step();
    String name = step.path() + " " + ShortForm.of(step);
    String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    double rounded = Math.floor(share.share() * Math.pow(10, SHARE_DIGITS));
    return new Action(shown, BigDecimal.valueOf((long) rounded, SHARE_DIGITS));
  }

  private static String label(Unit.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static BigDecimal micros(long nanos) {
    return BigDecimal.valueOf(nanos, NANOS_IN_MICROS);
  }
}
