package dev.millrace.reports.statistics;

import java.util.stream.IntStream;

/// How many forks, each of how many iterations.
///
/// Iterations: the square root of the ratio of costs times that of variances spends least for a
/// given error. Forks: as many as the Student-t interval over fork means needs. Source: Kalibera &
/// Jones 2013, Rigorous benchmarking in reasonable time.
///
/// Variances come from a pilot of a few forks, which easily see no variance between them where
/// there is some; then the root is too great, without any limit. So iterations never take longer
/// than the fork took to get there, which costs twice the least at most. The forks are a forecast
/// for the same reason: run one more while the interval is too wide, and plan again.
public record Design(int forks, int iterations) {
  /// The most iterations of a fork that are ever advised.
  public static final int MOST_ITERATIONS = 100;

  /// The most forks that are ever advised.
  public static final int MOST_FORKS = 1_000;

  private static final int FEWEST_FORKS = 2;
  private static final int PILOT_FORKS = 5;

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

  /// What to measure when nothing is known: five forks, each of as many iterations as would spend
  /// least if forks and iterations varied alike, and two at least, without which nobody can tell
  /// how they vary.
  public static Design pilot(Costs costs) {
    var iterations = Math.round(Math.sqrt(costs.fork() / costs.iteration()));
    return new Design(PILOT_FORKS, Math.clamp(iterations, 2, MOST_ITERATIONS));
  }

  /// The iterations of a fork that spend least, as far as a pilot can tell.
  static int iterations(VarianceComponents variances, Costs costs) {
    var iterationsOfFork = costs.fork() / costs.iteration();
    var best = Math.sqrt(iterationsOfFork * (variances.within() / variances.between()));
    var most = Math.clamp(Math.round(iterationsOfFork), 1, MOST_ITERATIONS);
    return Double.isNaN(best) ? 1 : Math.clamp(Math.round(best), 1, most);
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
