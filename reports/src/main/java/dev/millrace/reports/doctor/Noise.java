package dev.millrace.reports.doctor;

import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Series;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;

/// Which changes no sound gate may miss in spite of the noise between forks.
///
/// It shares nothing with the gate's rule, and is stricter than any: a t-test on the logs of fork
/// means at a level divided by the number of series, with the degrees of freedom of the smaller
/// side alone, and a variance that is the series' own or the mean of the suite, whichever is
/// greater. So what it calls plain is plain to a rule that shares variances over the suite, too.
final class Noise {
  private static final double LEVEL = 0.025;

  private final Map<Identity, Spread> spreads = new LinkedHashMap<>();
  private final double usualVariance;

  /// The forks of both sides.
  ///
  /// @param variance of the log of a fork's mean, both sides pooled; 0 where there is but one fork
  private record Spread(int fewer, double weight, double variance) {}

  Noise(Sides sides) {
    var news = sides.candidate().series();
    for (var i = 0; i < news.size(); i++) {
      spreads.put(news.get(i).identity(), spread(sides.baseline().series().get(i), news.get(i)));
    }
    this.usualVariance =
        spreads.values().stream().mapToDouble(Spread::variance).average().orElse(0);
  }

  private static Spread spread(Series old, Series fresh) {
    var before = logs(old);
    var after = logs(fresh);
    var freedom = before.length + after.length - 2;
    return new Spread(
        Math.min(before.length, after.length),
        1.0 / before.length + 1.0 / after.length,
        (squares(before) + squares(after)) / Math.max(1, freedom));
  }

  /// Whether a change of the cost by that factor must be seen in a series.
  boolean isPlain(Identity series, double factor, Margin margin) {
    var spread = spreads.get(series);
    if (spread == null || spread.fewer() < 2) {
      return false;
    }
    var distance = Math.abs(Math.log(factor)) - Math.log1p(margin.fraction());
    var error = Math.sqrt(Math.max(spread.variance(), usualVariance) * spread.weight());
    var chance =
        error == 0 ? 0 : TDistribution.of(spread.fewer() - 1).survivalProbability(distance / error);
    return distance > 0 && chance < LEVEL / spreads.size();
  }

  static double meanLog(Series series) {
    return mean(logs(series));
  }

  private static double[] logs(Series series) {
    return Arrays.stream(series.primary().forkMeans()).map(Math::log).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double squares(double[] values) {
    var mean = mean(values);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
  }
}
