package dev.millrace.reports.doctor;

import dev.millrace.reports.gate.Judgement;
import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.results.Metric;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;

/// Which changes no sound gate may miss in spite of the noise between forks.
///
/// It shares nothing with the gate's rule, and is stricter than any: Welch's t-test on the logs of
/// forks at a level divided by all that is judged, with the degrees of freedom of the smaller side
/// alone, and for each side a variance that is its own or the mean of its metric over the suite,
/// whichever is greater. So what it calls plain is plain to a rule that shares variances over the
/// suite, too.
final class Noise {
  private static final double LEVEL = 0.025;

  private final Map<Judgement.Subject, Pair> pairs = new LinkedHashMap<>();
  private final Map<String, Double> usualVariances;

  /// The logs of the forks of both sides.
  private record Pair(Spread before, Spread after) {
    Stream<Spread> sides() {
      return Stream.of(before, after);
    }
  }

  /// The variance of a log, and how many there are; 0 where there is but one.
  private record Spread(int forks, double variance) {
    double squaredError(double leastVariance) {
      return Math.max(variance, leastVariance) / forks;
    }
  }

  Noise(List<Trial> trials) {
    trials.forEach(
        each -> pairs.put(each.subject(), new Pair(spread(each.before()), spread(each.after()))));
    this.usualVariances =
        pairs.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.getKey().metric(),
                    Collectors.flatMapping(
                        each -> each.getValue().sides(),
                        Collectors.averagingDouble(Spread::variance))));
  }

  /// Whether a change of the cost by that factor must be seen.
  boolean isPlain(Trial trial, double factor) {
    var pair = pairs.get(trial.subject());
    var distance = Math.abs(Math.log(factor)) - Math.log1p(trial.measure().margin().fraction());
    if (pair == null || !(distance > 0)) {
      return false;
    }
    var usual = usualVariances.getOrDefault(trial.measure().name(), 0.0);
    var fewer = Math.min(pair.before().forks(), pair.after().forks());
    var error = Math.sqrt(pair.sides().mapToDouble(each -> each.squaredError(usual)).sum());
    return fewer > 1 && (error == 0 || chance(distance / error, fewer) < LEVEL / pairs.size());
  }

  private static double chance(double t, int forks) {
    return TDistribution.of(forks - 1).survivalProbability(t);
  }

  static double meanLog(Metric metric) {
    return mean(logs(metric));
  }

  private static Spread spread(Metric metric) {
    var logs = logs(metric);
    var mean = mean(logs);
    var squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    return new Spread(logs.length, squares / Math.max(1, logs.length - 1));
  }

  private static double[] logs(Metric metric) {
    return Arrays.stream(Measure.observations(metric)).map(Math::log).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
