package dev.millrace.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Whether an iteration resembles the one before it, so that iterations tell less than their number
/// suggests.
///
/// @param lag1 the mean over forks of the correlation of neighbours, each around its fork's mean
/// @param p the chance of so great a value, or a greater one, from independent iterations, by the
///   exact mean and variance that lag1 then has (Moran 1948) and a normal approximation
public record Autocorrelation(double lag1, double p) {
  private static final int FEWEST = 3;

  /// The autocorrelation of forks, each an array of its iterations in the order of time. Forks that
  /// are shorter than three iterations, or constant, are left out; with none left it is 0, p 1.
  public static Autocorrelation of(double[][] forks) {
    var usable =
        Arrays.stream(forks)
            .filter(fork -> fork.length >= FEWEST && Mean.variance(fork) > 0)
            .toArray(double[][]::new);
    if (usable.length == 0) {
      return new Autocorrelation(0, 1);
    }
    var lag1 = Arrays.stream(usable).mapToDouble(Autocorrelation::lag1).sum();
    var expected = Arrays.stream(usable).mapToDouble(fork -> -1.0 / fork.length).sum();
    var variance = Arrays.stream(usable).mapToDouble(fork -> variance(fork.length)).sum();
    var z = (lag1 - expected) / Math.sqrt(variance);
    return new Autocorrelation(
        lag1 / usable.length, NormalDistribution.of(0, 1).survivalProbability(z));
  }

  private static double lag1(double[] fork) {
    var mean = Mean.of(fork);
    var products = 0.0;
    for (var i = 1; i < fork.length; i++) {
      products += (fork[i - 1] - mean) * (fork[i] - mean);
    }
    return products / (Mean.variance(fork) * (fork.length - 1));
  }

  private static double variance(double n) {
    return (n - 2) * (n - 2) / (n * n * (n - 1));
  }
}
