package dev.millrace.reports.trend;

import dev.millrace.reports.results.Identity;
import java.util.List;

/// One series over the runs of a history, in their order; runs that lack it are not there.
public record Track(Identity identity, List<Value> values) {
  public Track {
    values = List.copyOf(values);
  }

  /// What a run has measured.
  ///
  /// @param run the index of the run in its history
  /// @param score the geometric mean of the fork means, or the score where no raw data was kept
  /// @param forks 0 where no raw data was kept
  public record Value(int run, double score, int forks) {}

  /// The logarithms of the scores.
  double[] logs() {
    return values.stream().mapToDouble(value -> Math.log(value.score())).toArray();
  }
}
