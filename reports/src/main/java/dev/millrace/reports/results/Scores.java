package dev.millrace.reports.results;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/// The scores of a fork, kept in one array: a file of raw data has millions of them.
final class Scores extends AbstractList<Iteration> implements RandomAccess {
  private final double[] values;

  /// @param values not copied, and not to be changed by anyone
  Scores(double[] values) {
    this.values = values;
  }

  @Override
  public Iteration get(int index) {
    return new Iteration.Score(values[index]);
  }

  @Override
  public int size() {
    return values.length;
  }

  /// Copies the scores into another array.
  void copyTo(double[] target, int at) {
    System.arraycopy(values, 0, target, at, values.length);
  }

  /// The scores, in the order of time.
  double[] values() {
    return Arrays.copyOf(values, values.length);
  }
}
