package dev.millrace.reports.statistics;

/// A two-sided confidence interval, both ends included.
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("interval: " + low + " to " + high);
    }
  }

  /// Whether a number lies inside.
  public boolean contains(double number) {
    return low <= number && number <= high;
  }

  /// Half the width.
  public double halfWidth() {
    return (high - low) / 2;
  }

  /// The interval of the number times a positive factor.
  public Interval times(double factor) {
    return new Interval(low * factor, high * factor);
  }
}
