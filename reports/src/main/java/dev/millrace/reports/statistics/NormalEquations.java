package dev.millrace.reports.statistics;

import java.util.Arrays;

/// Weighted linear least squares of very few unknowns, with or without the bound that none may be
/// negative.
final class NormalEquations {
  private final int size;
  private final double[][] matrix;
  private final double[] right;

  NormalEquations(int size) {
    this.size = size;
    this.matrix = new double[size][size];
    this.right = new double[size];
  }

  /// Adds an observation: the unknowns times the row should give the value.
  void add(double[] row, double value, double weight) {
    for (var i = 0; i < size; i++) {
      right[i] += weight * row[i] * value;
      for (var j = 0; j < size; j++) {
        matrix[i][j] += weight * row[i] * row[j];
      }
    }
  }

  /// The best unknowns of any sign.
  double[] solve() {
    return solve((1 << size) - 1);
  }

  /// The best unknowns that are not negative. With bounds the best is that of some subset of the
  /// unknowns, the others being zero; all together are tried first, because they mostly do.
  double[] solveNonNegative() {
    var free = solve();
    if (isFeasible(free)) {
      return free;
    }
    var best = new double[size];
    var least = Double.POSITIVE_INFINITY;
    for (var subset = (1 << size) - 2; subset > 0; subset--) {
      var tried = solve(subset);
      if (isFeasible(tried) && gap(tried) < least) {
        best = tried;
        least = gap(tried);
      }
    }
    return best;
  }

  private static boolean isFeasible(double[] unknowns) {
    return Arrays.stream(unknowns).allMatch(each -> each >= 0);
  }

  /// The squared error, but for a constant.
  private double gap(double[] unknowns) {
    var gap = 0.0;
    for (var i = 0; i < size; i++) {
      gap -= 2 * right[i] * unknowns[i];
      for (var j = 0; j < size; j++) {
        gap += unknowns[i] * matrix[i][j] * unknowns[j];
      }
    }
    return gap;
  }

  /// Gaussian elimination over the unknowns of a subset. The matrix of a subset is positive
  /// definite, which makes pivoting needless.
  private double[] solve(int subset) {
    var rows = new double[size][];
    var values = right.clone();
    for (var i = 0; i < size; i++) {
      rows[i] = matrix[i].clone();
    }
    for (var pivot = 0; pivot < size; pivot++) {
      for (var row = pivot + 1; row < size; row++) {
        if (isIn(subset, pivot) && isIn(subset, row)) {
          var factor = rows[row][pivot] / rows[pivot][pivot];
          values[row] -= factor * values[pivot];
          for (var column = pivot; column < size; column++) {
            rows[row][column] -= factor * rows[pivot][column];
          }
        }
      }
    }
    return substituted(rows, values, subset);
  }

  private double[] substituted(double[][] rows, double[] values, int subset) {
    var unknowns = new double[size];
    for (var row = size - 1; row >= 0; row--) {
      if (isIn(subset, row)) {
        var sum = values[row];
        for (var column = row + 1; column < size; column++) {
          sum -= rows[row][column] * unknowns[column];
        }
        unknowns[row] = sum / rows[row][row];
      }
    }
    return unknowns;
  }

  private static boolean isIn(int subset, int index) {
    return (subset & (1 << index)) != 0;
  }
}
