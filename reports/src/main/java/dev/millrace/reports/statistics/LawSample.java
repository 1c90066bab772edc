package dev.millrace.reports.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/// What a [LawFit] is made of: the geometric mean of the forks at each position, and what forks
/// deviate from it on the log scale.
final class LawSample {
  private final double[] positions;
  private final double[] means;
  private final int[] counts;
  private final double[] deviations;
  private final double within;

  LawSample(double[] positions, double[][] forks) {
    var logs = Arrays.stream(forks).map(Ratio::logs).toArray(double[][]::new);
    var several = Arrays.stream(logs).filter(each -> each.length > 1).toList();
    var all = several.stream().flatMapToDouble(LawSample::centred).toArray();
    this.positions = positions.clone();
    this.means = Arrays.stream(logs).mapToDouble(each -> Math.exp(Mean.of(each))).toArray();
    this.counts = Arrays.stream(logs).mapToInt(each -> each.length).toArray();
    this.deviations = widened(all, all.length - several.size());
    this.within = Arrays.stream(all).map(each -> each * each).sum();
  }

  private static DoubleStream centred(double[] values) {
    var mean = Mean.of(values);
    return Arrays.stream(values).map(each -> each - mean);
  }

  /// The deviations, scaled so that means of drawn ones are as far off as Student's distribution
  /// has them.
  private static double[] widened(double[] deviations, int degreesOfFreedom) {
    if (deviations.length == 0) {
      return deviations;
    }
    var student = Summary.quantile(degreesOfFreedom, Summary.CONFIDENCE);
    var normal = Summary.quantile(Double.POSITIVE_INFINITY, Summary.CONFIDENCE);
    var scale = Math.sqrt((double) deviations.length / degreesOfFreedom) * student / normal;
    return Arrays.stream(deviations).map(each -> each * scale).toArray();
  }

  /// Whether any position has two forks.
  boolean hasDeviations() {
    return deviations.length > 0;
  }

  /// A solver that weighs each mean by 1 / SE², but for a factor common to all.
  LawSolver solver(int terms, boolean isBounded) {
    var weights = new double[means.length];
    Arrays.setAll(weights, i -> counts[i] / (means[i] * means[i]));
    return new LawSolver(positions, weights, terms, isBounded);
  }

  /// The law that is nearest to the means, within its bounds.
  ScalingLaw nearest(int terms) {
    return solver(terms, true).solve(means);
  }

  /// Means as other forks might have had them.
  double[] drawnMeans(SplittableRandom random) {
    var drawn = new double[means.length];
    for (var i = 0; i < means.length; i++) {
      var sum = 0.0;
      for (var fork = 0; fork < counts[i]; fork++) {
        sum += deviations[random.nextInt(deviations.length)];
      }
      drawn[i] = means[i] * Math.exp(sum / counts[i]);
    }
    return drawn;
  }

  /// The corrected Akaike criterion of a law over all forks; infinite when they are too few for its
  /// parameters and their variance.
  double criterion(ScalingLaw law, int terms) {
    var squares = within;
    for (var i = 0; i < means.length; i++) {
      var residual = Math.log(means[i] / law.at(positions[i]));
      squares += counts[i] * residual * residual;
    }
    var count = Arrays.stream(counts).sum();
    var parameters = terms + 1;
    var spare = count - parameters - 1;
    return spare <= 0
        ? Double.POSITIVE_INFINITY
        : count * Math.log(squares / count)
            + 2.0 * parameters
            + 2.0 * parameters * (parameters + 1) / spare;
  }

  /// The greatest relative difference between a mean and a law.
  double worst(ScalingLaw law) {
    var worst = 0.0;
    for (var i = 0; i < means.length; i++) {
      worst = Math.max(worst, Math.abs(means[i] / law.at(positions[i]) - 1));
    }
    return worst;
  }
}
