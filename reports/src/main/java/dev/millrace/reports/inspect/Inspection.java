package dev.millrace.reports.inspect;

import dev.millrace.reports.results.Fork;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Design;
import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.Oddity;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.statistics.Trend;
import dev.millrace.reports.statistics.VarianceComponents;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the forks of one metric of a series tell of themselves.
///
/// @param metric what was measured, as `wall`
/// @param summary the mean over forks, and its 95 % interval
/// @param jmhError half of the 99.9 % interval that JMH printed, which pools iterations; NaN when
///   there is none
/// @param honest the 99.9 % interval over forks; null below two forks
/// @param variances null when they cannot be told apart: one fork, or one iteration in each
/// @param rise what the median fork changes by from its first to its last iteration, as a fraction
/// @param advice null when nothing is known of how forks differ, or the mean is not above zero
/// @param pilot what to begin with when nothing is known of how forks differ; null otherwise
public record Inspection(
    Identity identity,
    String metric,
    String unit,
    Summary summary,
    double jmhError,
    @Nullable Interval honest,
    Design shape,
    @Nullable VarianceComponents variances,
    Set<Oddity> oddities,
    double rise,
    List<Outlier> outliers,
    @Nullable Advice advice,
    @Nullable Design pilot) {
  private static final double CONFIDENCE_OF_JMH = 0.999;

  public Inspection {
    oddities = oddities.isEmpty() ? Set.of() : EnumSet.copyOf(oddities);
    outliers = List.copyOf(outliers);
  }

  /// The inspection of a metric.
  ///
  /// @param name of the metric
  /// @return null when it has no raw data, or a number that is none
  static @Nullable Inspection of(Series series, String name, Metric metric, Advice.Wish wish) {
    var forks = metric.forks().stream().map(Fork::values).toArray(double[][]::new);
    if (forks.length == 0 || !isFinite(forks)) {
      return null;
    }
    var means = Arrays.stream(forks).mapToDouble(Mean::of).toArray();
    var longest = Arrays.stream(forks).mapToInt(fork -> fork.length).max().orElse(0);
    var shape = new Design(forks.length, longest);
    var variances = VarianceComponents.of(forks);
    var known = variances == null ? alike(means) : variances;
    return new Inspection(
        series.identity(),
        name,
        metric.unit(),
        Summary.of(means),
        metric.error(),
        Summary.of(means, CONFIDENCE_OF_JMH).interval(),
        shape,
        variances,
        Oddity.of(forks),
        Trend.of(forks).rise(),
        Outlier.of(forks),
        known == null || !(known.mean() > 0) ? null : Advice.of(series, shape, known, wish),
        known == null ? Design.pilot(RunTime.of(series, longest)) : null);
  }

  private static boolean isFinite(double[][] forks) {
    return Arrays.stream(forks).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /// Forks of one iteration: all of the variance is taken to be between them, so that the advice is
  /// about forks alone; null below two.
  private static @Nullable VarianceComponents alike(double[] means) {
    return means.length < 2
        ? null
        : new VarianceComponents(Mean.of(means), Mean.variance(means), 0);
  }

  /// How many times as wide as JMH's the honest interval is; NaN when one is unknown.
  public double widening() {
    return honest == null || !(jmhError > 0) ? Double.NaN : honest.halfWidth() / jmhError;
  }
}
