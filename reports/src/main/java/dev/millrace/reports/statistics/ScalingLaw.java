package dev.millrace.reports.statistics;

/// Throughput against parallelism: X(n) = rate · n / (1 + contention · (n − 1) + coherency · n (n −
/// 1)).
///
/// Without coherency it is Amdahl's law, and contention is the share of the work that is serial.
/// Source: Gunther 2018, the three-parameter Universal Scalability Law.
///
/// @param rate the throughput at 1
/// @param contention how much waits in line; from 0 to 1, unless fitted without bounds
/// @param coherency how much each pair costs; 0 or more, unless fitted without bounds
public record ScalingLaw(double rate, double contention, double coherency) {
  /// The throughput at a parallelism.
  public double at(double n) {
    return rate * n / (1 + contention * (n - 1) + coherency * n * (n - 1));
  }

  /// The parallelism of the greatest throughput; infinite when throughput never falls.
  public double peak() {
    var parallel = Math.max(0, 1 - contention);
    return coherency > 0 ? Math.sqrt(parallel / coherency) : Double.POSITIVE_INFINITY;
  }
}
