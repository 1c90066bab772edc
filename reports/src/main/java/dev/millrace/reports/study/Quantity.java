package dev.millrace.reports.study;

import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Summary;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Which of a record's numbers is shown.
public enum Quantity implements Plotted {
  /// The benchmark's own score: run time or throughput.
  SCORE("time"),
  /// Process CPU time per operation, over all threads of the JVM.
  CPU("cpu");

  private final String fileName;

  Quantity(String fileName) {
    this.fileName = fileName;
  }

  @Override
  public String fileName(Mode mode) {
    return this == SCORE && mode.higherIsBetter() ? "throughput" : fileName;
  }

  @Override
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

  @Override
  public boolean higherIsBetter(Mode mode) {
    return this == SCORE && mode.higherIsBetter();
  }

  @Override
  public String unit(Panel panel) {
    return panel.unit(this);
  }

  @Override
  public @Nullable Reading at(Panel panel, Line line, Point point) {
    var summary = point.summary(this);
    return summary == null ? null : Reading.of(summary, point.forkMeans(this));
  }

  /// The best of the lines that scale, from 1 on: time shrinks by the ideal speed-up, throughput
  /// grows by it, and the CPU time of a fixed operation stays.
  @Override
  public @Nullable DoubleUnaryOperator ideal(Panel panel) {
    var axis = panel.axis();
    var base = base(panel);
    if (axis == null || base.isEmpty() || isUnknown(axis)) {
      return null;
    }
    var series = panel.points().findFirst().orElseThrow().series();
    if (axis.ideal(series, 1) == null) {
      return null;
    }
    return position -> {
      var speedUp = Objects.requireNonNull(axis.ideal(series, position));
      return switch (this) {
        case CPU -> base.getAsDouble();
        case SCORE ->
            higherIsBetter(panel.mode())
                ? base.getAsDouble() * speedUp
                : base.getAsDouble() / speedUp;
      };
    };
  }

  /// CPU time per operation is known to have an ideal (no added work) only for fixed operations.
  private boolean isUnknown(Axis axis) {
    return this == CPU && !(axis instanceof Axis.Parallelism);
  }

  private OptionalDouble base(Panel panel) {
    var atOne =
        panel.lines().stream()
            .filter(line -> !panel.isLevel(line))
            .map(line -> line.at(1))
            .filter(Objects::nonNull)
            .map(point -> point.summary(this))
            .filter(Objects::nonNull)
            .mapToDouble(Summary::mean)
            .filter(Double::isFinite);
    return higherIsBetter(panel.mode()) ? atOne.max() : atOne.min();
  }

  /// The metric of a series; null when it was not measured.
  public @Nullable Metric of(Series series) {
    return this == SCORE ? series.primary() : series.secondary().get(Series.CPU);
  }
}
