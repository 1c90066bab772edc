package dev.millrace.reports.inspect;

import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Costs;
import java.util.Map;
import java.util.regex.Pattern;

/// What a fork and an iteration take, in seconds, by the settings in JMH's record.
///
/// A single shot takes as long as its score says; the start of a JVM and of JMH in it is taken as
/// [#START].
final class RunTime {
  /// A JVM and JMH in it, before the first iteration.
  static final double START = 1;

  private static final Pattern TIME = Pattern.compile("\"(\\d+) (\\w+)\"");
  private static final Pattern PER_OPERATION = Pattern.compile("(\\w+)/op");
  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

  private final Series series;

  private RunTime(Series series) {
    this.series = series;
  }

  /// The costs of a series; where its record does not tell them, as those of old JMH, a warm-up is
  /// taken to be as long as the iterations after it, and an iteration is the unit.
  static Costs of(Series series, int iterations) {
    var time = new RunTime(series);
    return isTold(series)
        ? new Costs(time.fork(), time.iteration("measurement"))
        : new Costs(iterations, 1);
  }

  /// Whether the record of a series tells how long it takes.
  static boolean isTold(Series series) {
    var time = new RunTime(series);
    var iteration = time.iteration("measurement");
    return iteration > 0 && Double.isFinite(time.fork() + iteration);
  }

  private double fork() {
    var warmups = count("warmupIterations");
    return START + (warmups == 0 ? 0 : warmups * iteration("warmup"));
  }

  /// The seconds of an iteration of that phase; NaN when unknown.
  private double iteration(String phase) {
    var time = TIME.matcher(series.rest().getOrDefault(phase + "Time", ""));
    if (time.matches()) {
      return Double.parseDouble(time.group(1)) * seconds(time.group(2));
    }
    var shot = PER_OPERATION.matcher(series.identity().unit());
    return series.identity().mode() == Mode.SINGLE_SHOT && shot.matches()
        ? series.primary().score() * seconds(shot.group(1)) * count(phase + "BatchSize")
        : Double.NaN;
  }

  private double count(String key) {
    var digits = series.rest().getOrDefault(key, "");
    return digits.matches("\\d{1,9}") ? Double.parseDouble(digits) : Double.NaN;
  }

  private static double seconds(String unit) {
    return SECONDS.getOrDefault(unit, Double.NaN);
  }
}
