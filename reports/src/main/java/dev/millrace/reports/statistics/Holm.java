package dev.millrace.reports.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Holm's adjustment of p-values, which keeps the chance of any false claim in a family below the
/// level whatever the dependence between its members (Holm 1979; `p.adjust` in R).
public final class Holm {
  private Holm() {}

  /// The adjusted p-values, in the order given.
  public static double[] adjust(double[] p) {
    var adjusted = new double[p.length];
    var greatest = 0.0;
    var left = p.length;
    for (var index : ascending(p)) {
      greatest = Math.max(greatest, Math.min(1, left * p[index]));
      adjusted[index] = greatest;
      left--;
    }
    return adjusted;
  }

  private static int[] ascending(double[] p) {
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(index -> p[index]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
