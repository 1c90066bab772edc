package dev.millrace.reports.statistics;

import java.util.Arrays;

/// Bounds the share of false ones among many discoveries.
///
/// Source: Benjamini & Hochberg 1995.
public final class FalseDiscoveries {
  private FalseDiscoveries() {}

  /// The level at which each p-value is to be tested, so that of all that are at or below it the
  /// expected share of false ones is at most `rate`: `rate · k / n` for the greatest k such that k
  /// of the n are at or below it, or with k = 1 where there is none.
  public static double level(double[] p, double rate) {
    var sorted = p.clone();
    Arrays.sort(sorted);
    for (var k = sorted.length; k > 1; k--) {
      if (sorted[k - 1] <= rate * k / sorted.length) {
        return rate * k / sorted.length;
      }
    }
    return sorted.length == 0 ? rate : rate / sorted.length;
  }
}
