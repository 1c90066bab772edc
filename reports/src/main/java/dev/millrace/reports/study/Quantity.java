package dev.millrace.reports.study;

import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.Series;
import org.jspecify.annotations.Nullable;

/// Which of a record's numbers is shown.
public enum Quantity {
  /// The benchmark's own score: run time or throughput.
  SCORE("time"),
  /// Process CPU time per operation, over all threads of the JVM.
  CPU("cpu");

  private final String fileName;

  Quantity(String fileName) {
    this.fileName = fileName;
  }

  /// The word used in file names.
  public String fileName(Mode mode) {
    return this == SCORE && mode.higherIsBetter() ? "throughput" : fileName;
  }

  /// What is plotted, in words.
  public String words(Mode mode) {
    return switch (this) {
      case CPU -> "CPU time";
      case SCORE ->
          switch (mode) {
            case THROUGHPUT -> "throughput";
            case AVERAGE_TIME -> "run time";
            case SAMPLE_TIME, SINGLE_SHOT -> mode.words();
          };
    };
  }

  /// Whether greater is better.
  public boolean higherIsBetter(Mode mode) {
    return this == SCORE && mode.higherIsBetter();
  }

  /// The metric of a series; null when it was not measured.
  public @Nullable Metric of(Series series) {
    return this == SCORE ? series.primary() : series.secondary().get(Series.CPU);
  }
}
