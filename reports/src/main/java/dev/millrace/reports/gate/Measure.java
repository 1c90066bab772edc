package dev.millrace.reports.gate;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Mean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is judged of a benchmark, with a margin of its own: the score or a secondary metric.
///
/// `wall` is the score, `cpu` the CPU time per operation, `allocation` the bytes per operation of
/// JMH's `gc` profiler, `instructions` those per operation of its `perfnorm`. Any other name is
/// that of a secondary metric as it stands in the file.
public record Measure(String name, Margin margin) {
  /// The name of the primary score.
  public static final String WALL = "wall";

  private static final String ALLOCATION = "allocation";
  private static final String INSTRUCTIONS = "instructions";
  private static final Margin OF_COUNTS = new Margin(0.01);

  /// Bytes per operation below which JMH sees only what the JVM allocates beside the benchmark.
  private static final double ALLOCATION_FLOOR = 1;

  /// All that is judged when nothing else is asked for.
  ///
  /// @param times the margin of score and CPU time; that of counts is 1 %
  public static List<Measure> defaults(Margin times) {
    return List.of(
        new Measure(WALL, times),
        new Measure(Series.CPU, times),
        new Measure(ALLOCATION, OF_COUNTS),
        new Measure(INSTRUCTIONS, OF_COUNTS));
  }

  /// A measure written as `NAME` or `NAME=MARGIN`.
  ///
  /// @param times the margin of what is not a count and has none of its own
  /// @throws IllegalArgumentException when there is no name, or the margin makes no sense
  public static Measure parse(String text, Margin times) {
    var equals = text.lastIndexOf('=');
    var name = (equals < 0 ? text : text.substring(0, equals)).strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a metric is written as NAME or NAME=MARGIN");
    }
    return new Measure(
        name, equals < 0 ? usual(name, times) : Margin.parse(text.substring(equals + 1)));
  }

  private static Margin usual(String name, Margin times) {
    return name.equals(ALLOCATION) || name.equals(INSTRUCTIONS) ? OF_COUNTS : times;
  }

  /// What a series has of it; null when it was not measured, or is no number.
  public @Nullable Metric of(Series series) {
    return name.equals(WALL) ? series.primary() : series.secondary().get(key(series));
  }

  /// The secondary metric of a series that it is; empty when it is the score, or was not measured.
  public String key(Series series) {
    for (var key : keys()) {
      var metric = series.secondary().get(key);
      if (metric != null && !Double.isNaN(Mean.of(observations(metric)))) {
        return key;
      }
    }
    return "";
  }

  /// Whether any series of a file has it.
  public boolean isIn(ResultFile file) {
    return file.series().stream().anyMatch(series -> of(series) != null);
  }

  /// The names it has in result files.
  private List<String> keys() {
    return switch (name) {
      case ALLOCATION -> List.of("gc.alloc.rate.norm");
      case INSTRUCTIONS -> List.of("instructions", "instructions:u", "instructions:uk");
      default -> List.of(name);
    };
  }

  /// Whether more is better: for the score the mode knows, for other metrics the unit, as `ops/s`.
  boolean higherIsBetter(Identity identity, Metric metric) {
    return name.equals(WALL) ? identity.mode().higherIsBetter() : isRate(metric);
  }

  /// Whether more of a secondary metric is better.
  public static boolean isRate(Metric metric) {
    return metric.unit().startsWith("ops/");
  }

  /// One number for each fork, or the score alone when there is no raw data.
  public static double[] observations(Metric metric) {
    return metric.forks().isEmpty() ? new double[] {metric.score()} : metric.forkScores();
  }

  /// The least number that is told apart from nothing.
  public double floor() {
    return name.equals(ALLOCATION) ? ALLOCATION_FLOOR : 0;
  }

  /// What a run lacks that has it not measured.
  public String remedy() {
    return switch (name) {
      case Series.CPU -> "run it with a profiler of CPU time";
      case ALLOCATION -> "run it with -prof gc";
      case INSTRUCTIONS -> "run it with -prof perfnorm";
      default -> "run it with the profiler that measures it";
    };
  }
}
