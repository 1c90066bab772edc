package dev.millrace.reports.doctor;

import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Series;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;

/// Which changes no sound gate may miss in spite of the noise between forks.
///
/// It shares nothing with the gate's rule, and is stricter than any: Welch's t-test on the logs of
/// fork means at a level divided by the number of series, with the degrees of freedom of the
/// smaller side alone, and for each side a variance that is its own or the mean of the suite,
/// whichever is greater. So what it calls plain is plain to a rule that shares variances over the
/// suite, too.
final class Noise {
  private static final double LEVEL = 0.025;

  private final Map<Identity, Pair> pairs = new LinkedHashMap<>();
  private final double usualVariance;

  /// The logs of the fork means of both sides.
  private record Pair(Spread before, Spread after) {}

  /// The variance of a log, and how many there are; 0 where there is but one.
  private record Spread(int forks, double variance) {
    double squaredError(double leastVariance) {
      return Math.max(variance, leastVariance) / forks;
    }
  }

  Noise(Sides sides) {
    var olds = sides.baseline().series();
    var news = sides.candidate().series();
    for (var i = 0; i < olds.size(); i++) {
      pairs.put(olds.get(i).identity(), new Pair(spread(olds.get(i)), spread(news.get(i))));
    }
    this.usualVariance =
        pairs.values().stream()
            .flatMap(pair -> Stream.of(pair.before(), pair.after()))
            .mapToDouble(Spread::variance)
            .average()
            .orElse(0);
  }

  /// Whether a change of the cost by that factor must be seen in a series.
  boolean isPlain(Identity series, double factor, Margin margin) {
    var pair = pairs.get(series);
    var distance = Math.abs(Math.log(factor)) - Math.log1p(margin.fraction());
    if (pair == null || !(distance > 0)) {
      return false;
    }
    var fewer = Math.min(pair.before().forks(), pair.after().forks());
    var error =
        Math.sqrt(
            pair.before().squaredError(usualVariance) + pair.after().squaredError(usualVariance));
    return fewer > 1 && (error == 0 || chance(distance / error, fewer) < LEVEL / pairs.size());
  }

  private static double chance(double t, int forks) {
    return TDistribution.of(forks - 1).survivalProbability(t);
  }

  static double meanLog(Series series) {
    return mean(logs(series));
  }

  private static Spread spread(Series series) {
    var logs = logs(series);
    var mean = mean(logs);
    var squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    return new Spread(logs.length, squares / Math.max(1, logs.length - 1));
  }

  private static double[] logs(Series series) {
    return Arrays.stream(series.primary().forkMeans()).map(Math::log).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
