package dev.millrace.reports.statistics;

import java.util.stream.IntStream;

/// How many forks, each of how many iterations.
///
/// Iterations: the square root of the ratio of costs times that of variances spends least for a
/// given error. Forks: as many as the Student-t interval over fork means needs. Source: Kalibera &
/// Jones 2013, Rigorous benchmarking in reasonable time.
///
/// Variances from a pilot are uncertain, so the forks are a forecast: run one more while the
/// interval is too wide, and plan again.
public record Design(int forks, int iterations) {
  /// The most iterations of a fork that are ever advised.
  public static final int MOST_ITERATIONS = 100;

  /// The most forks that are ever advised.
  public static final int MOST_FORKS = 1_000;

  private static final int FEWEST_FORKS = 2;

  /// The cheapest design whose interval of the mean, at 95 %, is expected to reach no further than
  /// the half-width, a fraction of the mean; [#MOST_FORKS] when none does.
  public static Design forHalfWidth(VarianceComponents variances, Costs costs, double halfWidth) {
    var iterations = iterations(variances, costs);
    var target = halfWidth * variances.mean();
    var forks =
        IntStream.range(FEWEST_FORKS, MOST_FORKS)
            .filter(n -> new Design(n, iterations).halfWidth(variances) <= target)
            .findFirst()
            .orElse(MOST_FORKS);
    return new Design(forks, iterations);
  }

  /// The most precise design that a budget, in the unit of the costs, pays for; two forks of one
  /// iteration at least, even when it does not pay for them.
  public static Design forBudget(VarianceComponents variances, Costs costs, double budget) {
    var affordable = (budget / FEWEST_FORKS - costs.fork()) / costs.iteration();
    var iterations = (int) Math.clamp(affordable, 1, (double) iterations(variances, costs));
    var forks = budget / (costs.fork() + iterations * costs.iteration());
    return new Design((int) Math.clamp(forks, FEWEST_FORKS, (double) MOST_FORKS), iterations);
  }

  /// The iterations of a fork that spend least; [#MOST_ITERATIONS] when forks do not differ.
  static int iterations(VarianceComponents variances, Costs costs) {
    var best =
        Math.sqrt(costs.fork() / costs.iteration() * (variances.within() / variances.between()));
    return Double.isNaN(best) ? 1 : Math.clamp(Math.round(best), 1, MOST_ITERATIONS);
  }

  /// What the design costs.
  public double cost(Costs costs) {
    return forks * (costs.fork() + iterations * costs.iteration());
  }

  /// The half-width of the 95 % interval of the mean that the variances make expected.
  public double halfWidth(VarianceComponents variances) {
    return Summary.quantile(forks - 1, Summary.CONFIDENCE)
        * Math.sqrt(variances.ofForkMean(iterations) / forks);
  }
}
