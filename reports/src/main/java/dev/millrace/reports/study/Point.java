package dev.millrace.reports.study;

import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Summary;
import org.jspecify.annotations.Nullable;

/// A series at its place on the axis; the position is NaN where there is no axis.
public record Point(double position, Series series) {
  /// The mean of each fork; none when the quantity was not measured or not kept fork by fork.
  public double[] forkMeans(Quantity quantity) {
    var metric = quantity.of(series);
    return metric == null ? new double[0] : metric.forkMeans();
  }

  /// The observations a ratio is made of: the fork means, or the printed score where no raw data
  /// was kept. None when the quantity was not measured.
  public double[] observations(Quantity quantity) {
    var metric = quantity.of(series);
    var means = forkMeans(quantity);
    return metric == null || means.length > 0 ? means : new double[] {metric.score()};
  }

  /// Mean and interval over forks; null when the quantity was not measured.
  ///
  /// A file without raw data has only the printed score: it is shown with no forks, no interval.
  public @Nullable Summary summary(Quantity quantity) {
    return summary(quantity.of(series));
  }

  /// Mean and interval over forks of a secondary metric; null when it was not measured.
  public @Nullable Summary secondary(String name) {
    return summary(series.secondary().get(name));
  }

  private static @Nullable Summary summary(@Nullable Metric metric) {
    if (metric == null) {
      return null;
    }
    return metric.forks().isEmpty()
        ? new Summary(metric.score(), 0, null)
        : Summary.of(metric.forkScores());
  }
}
