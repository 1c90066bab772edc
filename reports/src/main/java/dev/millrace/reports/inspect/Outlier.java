package dev.millrace.reports.inspect;

import dev.millrace.reports.statistics.Fences;
import dev.millrace.reports.statistics.Mean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A fork, or an iteration within its fork, that is far from the others. It is named and kept.
///
/// @param fork from 1
/// @param iteration from 1; 0 when it is the mean of the fork that is far from the other forks
public record Outlier(int fork, int iteration, double value, Fences.Severity severity) {
  /// The outliers of forks, each an array of its iterations: forks first.
  static List<Outlier> of(double[][] forks) {
    var outliers = new ArrayList<Outlier>();
    var means = Arrays.stream(forks).mapToDouble(Mean::of).toArray();
    for (var each : Fences.of(means).outliers(means)) {
      outliers.add(new Outlier(each.index() + 1, 0, each.value(), each.severity()));
    }
    for (var fork = 0; fork < forks.length; fork++) {
      for (var each : Fences.of(forks[fork]).outliers(forks[fork])) {
        outliers.add(new Outlier(fork + 1, each.index() + 1, each.value(), each.severity()));
      }
    }
    return outliers;
  }

  /// Whether it is a whole fork.
  public boolean isFork() {
    return iteration == 0;
  }
}
