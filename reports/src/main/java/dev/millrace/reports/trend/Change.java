package dev.millrace.reports.trend;

import dev.millrace.reports.results.Identity;

/// A change of level in a series.
///
/// @param run the index of the first run on the new level
/// @param before the geometric mean of the level before
/// @param after the geometric mean of the new level
/// @param isElsewhere whether machine or JVM changed between the two runs
public record Change(Identity identity, int run, double before, double after, boolean isElsewhere) {
  /// The new level over the one before.
  public double ratio() {
    return after / before;
  }

  /// Whether the change is for the worse.
  public boolean isWorse() {
    return identity.mode().higherIsBetter() == ratio() < 1;
  }

  /// How large it is, whatever the direction.
  public double size() {
    return Math.abs(Math.log(ratio()));
  }
}
