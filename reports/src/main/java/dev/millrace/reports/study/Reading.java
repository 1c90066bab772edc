package dev.millrace.reports.study;

import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// A number with its interval, if there is one, and what every fork has of it. Forks that are not
/// finite are left out.
public record Reading(double value, @Nullable Interval interval, List<Double> forks) {
  public Reading {
    forks = forks.stream().filter(Double::isFinite).toList();
  }

  static Reading of(Summary summary, double[] forks) {
    return new Reading(summary.mean(), summary.interval(), DoubleStream.of(forks).boxed().toList());
  }

  static Reading of(Ratio ratio, DoubleStream forks) {
    return new Reading(ratio.value(), ratio.interval(), forks.boxed().toList());
  }

  /// The reading in another unit.
  public Reading times(double factor) {
    return new Reading(
        value * factor,
        interval == null ? null : interval.times(factor),
        forks.stream().map(fork -> fork * factor).toList());
  }
}
