package dev.millrace.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The best ways to cut a series into 1, 2, 3, … stretches of constant level, by least squares.
///
/// Source: segment neighbourhood search (Auger & Lawrence 1989), exact by dynamic programming.
///
/// Cost: O(most · n²) time, O(most · n) memory.
final class Segmentation {
  private final double[] values;
  private final double centre;
  private final int shortest;
  private final double[] sums;
  private final double[] squares;
  private final int[][] lastCuts;

  /// @param shortest what a stretch has at least
  /// @param most the most cuts that are tried
  Segmentation(double[] values, int shortest, int most) {
    this.values = values;
    this.centre = Mean.of(values);
    this.shortest = shortest;
    this.sums = new double[values.length + 1];
    this.squares = new double[values.length + 1];
    for (var i = 0; i < values.length; i++) {
      var value = values[i] - centre;
      sums[i + 1] = sums[i] + value;
      squares[i + 1] = squares[i] + value * value;
    }
    this.lastCuts = new int[Math.clamp(values.length / shortest - 1, 0, most) + 1][];
    search();
  }

  /// The most cuts there are.
  int most() {
    return lastCuts.length - 1;
  }

  private void search() {
    var n = values.length;
    var least = new double[n + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (var to = shortest; to <= n; to++) {
      least[to] = squaresWithin(0, to);
    }
    lastCuts[0] = new int[n + 1];
    for (var cuts = 1; cuts < lastCuts.length; cuts++) {
      least = withOneMore(least, cuts);
    }
  }

  /// The least squares of every beginning of the series with one cut more.
  private double[] withOneMore(double[] before, int cuts) {
    var least = new double[before.length];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    lastCuts[cuts] = new int[before.length];
    for (var to = (cuts + 1) * shortest; to < before.length; to++) {
      for (var cut = cuts * shortest; cut <= to - shortest; cut++) {
        var squares = before[cut] + squaresWithin(cut, to);
        if (squares < least[to]) {
          least[to] = squares;
          lastCuts[cuts][to] = cut;
        }
      }
    }
    return least;
  }

  private double squaresWithin(int from, int to) {
    var sum = sums[to] - sums[from];
    return squares[to] - squares[from] - sum * sum / (to - from);
  }

  /// The stretches of the best way to make so many cuts.
  List<Level> levels(int cuts) {
    var levels = new ArrayList<Level>();
    var to = values.length;
    for (var left = cuts; left >= 0; left--) {
      var from = lastCuts[left][to];
      levels.add(new Level(from, to, centre + (sums[to] - sums[from]) / (to - from)));
      to = from;
    }
    return levels.reversed();
  }

  /// What is left of the values when their levels are taken away.
  double[] residuals(List<Level> levels) {
    var residuals = values.clone();
    for (var level : levels) {
      for (var i = level.from(); i < level.to(); i++) {
        residuals[i] -= level.mean();
      }
    }
    return residuals;
  }
}
