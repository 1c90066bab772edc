package dev.millrace.reports.chart;

import dev.millrace.reports.results.Fork;
import dev.millrace.reports.results.Iteration;
import dev.millrace.reports.statistics.Mean;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The spread of a series: all its forks.
record SpreadRow(Entry entry, List<ForkSpread> forks) {
  SpreadRow {
    forks = List.copyOf(forks);
  }

  /// The spread of a series; null where no fork has several values, or they have no positive mean.
  static @Nullable SpreadRow of(Entry entry) {
    var metric = entry.point().series().primary();
    var centre = Mean.of(metric.forkMeans());
    if (!(centre > 0) || !Double.isFinite(centre) || !isSeveral(metric.forks())) {
      return null;
    }
    var forks = new ArrayList<ForkSpread>();
    for (var fork : metric.forks()) {
      forks.add(ForkSpread.of(forks.size() + 1, fork, centre));
    }
    return new SpreadRow(entry, forks);
  }

  private static boolean isSeveral(List<Fork> forks) {
    return forks.stream()
        .map(Fork::iterations)
        .anyMatch(each -> each.size() > 1 || each.getFirst() instanceof Iteration.Histogram);
  }

  /// How far the fork means are apart, in percent.
  double difference() {
    var means = forks.stream().mapToDouble(ForkSpread::mean).summaryStatistics();
    return means.getMax() - means.getMin();
  }

  /// How far the row reaches to either side, outliers left out.
  double reach() {
    return forks.stream().mapToDouble(ForkSpread::reach).max().orElse(0);
  }
}
