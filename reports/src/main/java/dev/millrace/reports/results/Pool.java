package dev.millrace.reports.results;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// The values of several forks thrown together, each with how often it occurs, and what JMH makes
/// of them.
///
/// JMH pools iterations, which hides how far forks differ; it is done here only to check what JMH
/// has printed. Sums run in the order of the file, as JMH's do.
final class Pool {
  private final double[] values;
  private final long[] counts;

  private int next;

  private Pool(int size) {
    this.values = new double[size];
    this.counts = new long[size];
  }

  static Pool of(List<Fork> forks) {
    var pool = new Pool(forks.stream().mapToInt(Pool::size).sum());
    forks.forEach(pool::add);
    return pool;
  }

  private void add(Fork fork) {
    if (fork.iterations() instanceof Scores scores) {
      scores.copyTo(values, next);
      Arrays.fill(counts, next, next + scores.size(), 1);
      next += scores.size();
    } else {
      fork.iterations().forEach(this::add);
    }
  }

  private void add(Iteration iteration) {
    switch (iteration) {
      case Iteration.Score(var value) -> add(value, 1);
      case Iteration.Histogram(var bins) -> bins.forEach(bin -> add(bin.value(), bin.count()));
    }
  }

  private void add(double value, long count) {
    values[next] = value;
    counts[next++] = count;
  }

  private static int size(Fork fork) {
    return fork.iterations() instanceof Scores scores
        ? scores.size()
        : fork.iterations().stream().mapToInt(Pool::size).sum();
  }

  private static int size(Iteration iteration) {
    return switch (iteration) {
      case Iteration.Score _ -> 1;
      case Iteration.Histogram(var bins) -> bins.size();
    };
  }

  double[] values() {
    return values;
  }

  long[] counts() {
    return counts;
  }

  long size() {
    return Arrays.stream(counts).sum();
  }

  double sum() {
    var sum = 0.0;
    for (var i = 0; i < values.length; i++) {
      sum += values[i] * counts[i];
    }
    return sum;
  }

  double mean() {
    return sum() / size();
  }

  double greatest() {
    return reduce(Math::max);
  }

  double least() {
    return reduce(Math::min);
  }

  private double reduce(DoubleBinaryOperator choice) {
    return Arrays.stream(values).reduce(choice).orElse(Double.NaN);
  }

  /// The sample standard deviation, with n - 1.
  double deviation() {
    var mean = mean();
    var squares = 0.0;
    for (var i = 0; i < values.length; i++) {
      squares += (values[i] - mean) * (values[i] - mean) * counts[i];
    }
    return Math.sqrt(squares / (size() - 1));
  }
}
