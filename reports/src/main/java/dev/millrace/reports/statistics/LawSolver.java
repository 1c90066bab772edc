package dev.millrace.reports.statistics;

/// Fits a [ScalingLaw] to throughputs by least squares within bounds.
///
/// n / X(n) = p + s·n + k·n(n − 1) is the law with rate 1 / (p + s), contention s / (p + s) and
/// coherency k / (p + s): p, s and k are the work done in parallel, in line and in pairs, and the
/// bounds of the law are that none is negative. Gauss-Newton steps in these three minimise Σ w (x −
/// X(n))²; each step is a linear problem of at most three unknowns, solved with its bounds exactly.
/// Without bounds a law is found too, which says how far beyond them chance has moved it.
final class LawSolver {
  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVINGS = 30;
  private static final double PRECISION = 1e-13;

  private final double[] positions;
  private final double[] weights;
  private final int terms;
  private final boolean isBounded;

  /// A solver for some positions, each with the weight of its throughput.
  ///
  /// @param terms 2 for Amdahl's law, 3 with coherency
  LawSolver(double[] positions, double[] weights, int terms, boolean isBounded) {
    this.positions = positions.clone();
    this.weights = weights.clone();
    this.terms = terms;
    this.isBounded = isBounded;
  }

  /// The law that is nearest to the throughputs, which must be positive.
  ScalingLaw solve(double[] throughputs) {
    var work = start(throughputs);
    var error = error(work, throughputs);
    for (var step = 0; step < MOST_STEPS; step++) {
      var next = shortened(work, step(work, throughputs), error, throughputs);
      var after = error(next, throughputs);
      var hasSettled = !(after < error * (1 - PRECISION));
      if (after <= error) {
        work = next;
        error = after;
      }
      if (hasSettled) {
        break;
      }
    }
    return law(work);
  }

  private static ScalingLaw law(double[] work) {
    var single = work[0] + work[1];
    return new ScalingLaw(1 / single, work[1] / single, work.length > 2 ? work[2] / single : 0);
  }

  /// Least squares of n / X(n), where the law is linear: close to the end already.
  private double[] start(double[] throughputs) {
    var equations = new NormalEquations(terms);
    for (var i = 0; i < positions.length; i++) {
      var inverse = positions[i] / throughputs[i];
      var slope = throughputs[i] / inverse;
      equations.add(basis(positions[i]), inverse, weights[i] * slope * slope);
    }
    return solved(equations);
  }

  private double[] step(double[] work, double[] throughputs) {
    var equations = new NormalEquations(terms);
    for (var i = 0; i < positions.length; i++) {
      var inverse = inverse(work, positions[i]);
      var fitted = positions[i] / inverse;
      var slope = fitted / inverse;
      var aim = inverse * (2 - throughputs[i] / fitted);
      equations.add(basis(positions[i]), aim, weights[i] * slope * slope);
    }
    return solved(equations);
  }

  private double[] solved(NormalEquations equations) {
    return isBounded ? equations.solveNonNegative() : equations.solve();
  }

  /// The step, halved until it is no step back.
  private double[] shortened(double[] from, double[] to, double error, double[] throughputs) {
    var end = to;
    for (var i = 0; i < MOST_HALVINGS && !(error(end, throughputs) <= error); i++) {
      var middle = new double[terms];
      for (var term = 0; term < terms; term++) {
        middle[term] = (from[term] + end[term]) / 2;
      }
      end = middle;
    }
    return end;
  }

  /// The weighted squares of what is left; infinite for a law that is negative somewhere.
  private double error(double[] work, double[] throughputs) {
    var sum = 0.0;
    for (var i = 0; i < positions.length; i++) {
      var inverse = inverse(work, positions[i]);
      if (!(inverse > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      var residual = throughputs[i] - positions[i] / inverse;
      sum += weights[i] * residual * residual;
    }
    return sum;
  }

  private static double inverse(double[] work, double n) {
    return work[0] + work[1] * n + (work.length > 2 ? work[2] * n * (n - 1) : 0);
  }

  private double[] basis(double n) {
    return terms > 2 ? new double[] {1, n, n * (n - 1)} : new double[] {1, n};
  }
}
