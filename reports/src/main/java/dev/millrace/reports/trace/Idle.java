package dev.millrace.reports.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where the workers of a traced run had nothing to do: while units of which segment ran.
///
/// At every moment the time of workers without a unit is charged to the units that run, as it is
/// these that they wait for, in equal parts; time in which no unit runs at all is a pause between
/// units.
///
/// @param total worker time without a unit, in nanoseconds, handing over included
/// @param during the segments by the time that others were idle meanwhile, greatest first
public record Idle(double total, List<Share> during) {
  public Idle {
    during = List.copyOf(during);
  }

  /// A segment, null for none at all, and the idle time that is charged to it.
  public record Share(Description.@Nullable Segment segment, double time) {
    /// The segment in words, as `join: sort`.
    public String where() {
      return segment == null ? "pauses between units" : segment.words();
    }
  }

  /// A worker that begins (or ends) a unit of a segment.
  private record Step(long time, int segment, int change) {}

  /// The idle time of a trace, of as many workers as the run had.
  public static Idle of(Trace trace) {
    var steps = steps(trace);
    var running = new HashMap<Integer, Integer>();
    var idle = new TreeMap<Integer, Double>();
    var nothing = 0.0;
    var workers = trace.description().parallelism();
    var now = 0L;
    for (var step : steps) {
      var busy = running.values().stream().mapToInt(Integer::intValue).sum();
      var lost = (double) (step.time() - now) * (workers - busy);
      if (busy == 0) {
        nothing += lost;
      } else {
        running.forEach((segment, count) -> idle.merge(segment, lost * count / busy, Double::sum));
      }
      running.merge(step.segment(), step.change(), Integer::sum);
      now = step.time();
    }
    nothing += (double) (trace.length() - now) * workers;
    return of(trace, idle, nothing);
  }

  private static Idle of(Trace trace, Map<Integer, Double> idle, double nothing) {
    var during = new ArrayList<Share>();
    for (var segment : trace.description().segments()) {
      var time = idle.getOrDefault(segment.segment(), 0.0);
      if (time > 0) {
        during.add(new Share(segment, time));
      }
    }
    if (nothing > 0) {
      during.add(new Share(null, nothing));
    }
    during.sort(Comparator.comparingDouble(Share::time).reversed());
    return new Idle(during.stream().mapToDouble(Share::time).sum(), during);
  }

  /// Beginnings and ends by time; at one time ends come first.
  private static List<Step> steps(Trace trace) {
    var steps = new ArrayList<Step>();
    for (var unit : trace.units()) {
      if (unit.duration() > 0) {
        steps.add(new Step(unit.start(), unit.segment(), 1));
        steps.add(new Step(unit.end(), unit.segment(), -1));
      }
    }
    steps.sort(Comparator.comparingLong(Step::time).thenComparingInt(Step::change));
    return steps;
  }
}
