package dev.millrace.reports.scaling;

import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.text.DisplayUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The core time that one operation holds, workers × wall time, and what it goes to, all in
/// nanoseconds.
///
/// The uses are at least 0 and add up to what is held. CPU time beyond that was used on cores
/// beside the workers', such as the collector's while a single worker waits for it; it cost the
/// workers nothing and is taken off the JVM's own threads, each in proportion, and only then off
/// the work. What is left of the time held is idle: first of all the workers' share beyond the
/// cores, then what stood still in the collector's pauses, which is the collector's doing and
/// counted as its own.
///
/// @param held workers × wall time
/// @param cpu CPU time of the whole process; NaN when it was not measured
/// @param uses empty when the CPU time was not measured
public record CoreTime(double held, double cpu, Map<Use, Double> uses) {
  private static final List<Use> BACKGROUND = List.of(Use.GC, Use.JIT, Use.OTHER);
  private static final List<Use> TOLD = List.of(Use.GC, Use.JIT, Use.OTHER, Use.WORK);
  private static final String PAUSE = "pause";

  public CoreTime {
    uses = Use.copy(uses);
  }

  /// Who held the time.
  ///
  /// @param count workers of all operations that run at the same time
  /// @param cores how many of them can run at once; infinite when it is not known
  public record Workers(double count, double cores) {
    private double running() {
      return Math.min(count, cores);
    }
  }

  /// What is known of an operation beside its wall time, in nanoseconds.
  ///
  /// @param cpu CPU time of the whole process; NaN when it was not measured
  /// @param pause how long the collector stopped all workers; NaN when it was not measured
  /// @param parts of the CPU time, those that were measured
  record Known(double cpu, double pause, Map<Use, Double> parts) {}

  /// The core time of a series; null when its score is not a positive time or rate.
  ///
  /// @param value the number to take of a metric: its mean, or that of one fork
  public static @Nullable CoreTime of(
      Series series, Workers workers, ToDoubleFunction<Metric> value) {
    var wall = wall(series, value.applyAsDouble(series.primary()));
    if (!(wall > 0) || !Double.isFinite(wall)) {
      return null;
    }
    var cpu = nanoseconds(series.secondary().get(Series.CPU), value);
    var parts = new EnumMap<Use, Double>(Use.class);
    for (var use : TOLD) {
      var part = nanoseconds(series.secondary().get(String.valueOf(use.metric())), value);
      if (part >= 0) {
        parts.put(use, part);
      }
    }
    var pause = nanoseconds(series.secondary().get(PAUSE), value);
    return of(workers, wall, new Known(cpu, pause, parts));
  }

  /// The core time of workers that take some wall time.
  static CoreTime of(Workers workers, double wall, Known known) {
    var held = workers.count() * wall;
    var cpu = known.cpu();
    var parts = known.parts();
    if (!(cpu >= 0) || !Double.isFinite(cpu)) {
      return new CoreTime(held, Double.NaN, Map.of());
    }
    var uses = new EnumMap<Use, Double>(Use.class);
    uses.putAll(parts);
    var rest = cpu - sum(uses);
    uses.merge(isToldApart(parts) ? Use.WORK : Use.UNTOLD, rest, Double::sum);
    takeOff(uses, cpu - held);
    var idle = Math.max(0, held - cpu);
    var lacking = Math.min(idle, (workers.count() - workers.running()) * wall);
    var stopped = Math.min(idle - lacking, stopped(workers, known, uses));
    uses.put(Use.LACKING, lacking);
    uses.put(Use.IDLE, idle - lacking - stopped);
    uses.computeIfPresent(Use.GC, (_, time) -> time + stopped);
    return new CoreTime(held, cpu, uses);
  }

  /// The share of the time held that was used: above 1 when cores beside the workers' were, too.
  public double utilisation() {
    return cpu / held;
  }

  /// The same with those uses alone that are in both; what the others are is no longer told apart.
  CoreTime comparableWith(CoreTime other) {
    var kept = new EnumMap<Use, Double>(Use.class);
    uses.forEach((use, time) -> {
      var isBoth = other.uses.containsKey(use);
      kept.merge(isBoth ? use : Use.UNTOLD, time, Double::sum);
    });
    return new CoreTime(held, cpu, kept);
  }

  /// The core time of pauses that the collector itself did not use; 0 where it is not known.
  private static double stopped(Workers workers, Known known, Map<Use, Double> uses) {
    var collecting = uses.get(Use.GC);
    return collecting != null && known.pause() > 0
        ? Math.max(0, workers.running() * known.pause() - collecting)
        : 0;
  }

  private static boolean isToldApart(Map<Use, Double> parts) {
    return parts.keySet().containsAll(TOLD);
  }

  private static void takeOff(Map<Use, Double> uses, double beside) {
    if (!(beside > 0)) {
      return;
    }
    var background = BACKGROUND.stream().mapToDouble(use -> uses.getOrDefault(use, 0.0)).sum();
    var left = background > beside ? 1 - beside / background : 0;
    BACKGROUND.forEach(use -> uses.computeIfPresent(use, (_, time) -> time * left));
    var more = Math.max(0, beside - background);
    var foreground = sum(uses) - background * left;
    var kept = foreground > more ? 1 - more / foreground : 0;
    for (var use : List.of(Use.WORK, Use.UNTOLD)) {
      uses.computeIfPresent(use, (_, time) -> time * kept);
    }
  }

  private static double sum(Map<Use, Double> uses) {
    return uses.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /// The time from one operation's end to the next's: JMH averages time over its threads, and sums
  /// rates.
  private static double wall(Series series, double score) {
    var identity = series.identity();
    var unit = identity.unit();
    if (identity.mode().higherIsBetter()) {
      return DisplayUnit.nanoseconds(unit.substring(unit.indexOf('/') + 1)) / score;
    }
    return DisplayUnit.nanoseconds(unit.replace("/op", "")) * score / identity.threads();
  }

  private static double nanoseconds(@Nullable Metric metric, ToDoubleFunction<Metric> value) {
    return metric == null
        ? Double.NaN
        : value.applyAsDouble(metric) * DisplayUnit.nanoseconds(metric.unit().replace("/op", ""));
  }
}
