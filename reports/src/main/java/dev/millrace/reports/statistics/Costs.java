package dev.millrace.reports.statistics;

/// What measuring costs, in any one unit of time.
///
/// @param fork a fork without its iterations: start and warm-up
/// @param iteration one measured iteration
public record Costs(double fork, double iteration) {
  public Costs {
    if (!(fork >= 0 && iteration > 0 && Double.isFinite(fork + iteration))) {
      throw new IllegalArgumentException("costs: " + fork + " and " + iteration);
    }
  }
}
