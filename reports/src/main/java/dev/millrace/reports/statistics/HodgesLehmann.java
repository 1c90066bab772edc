package dev.millrace.reports.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The Hodges-Lehmann estimate of how far apart two samples are: the median of all differences
/// between a value of the one and a value of the other. One odd value does not move it.
///
/// The interval inverts the exact Mann-Whitney test (`wilcox.test(conf.int = TRUE, exact = TRUE)`
/// in R); it is null when so few values cannot give the confidence.
public record HodgesLehmann(double estimate, @Nullable Interval interval) {
  /// The shift `one - other`.
  ///
  /// Cost: time O(n²·m) for n and m values, memory O(n·m).
  public static HodgesLehmann of(double[] one, double[] other, double confidence) {
    var differences = differences(one, other);
    var rank = rank(one.length, other.length, (1 - confidence) / 2);
    return new HodgesLehmann(
        Median.ofSorted(differences),
        rank == 0
            ? null
            : new Interval(differences[rank - 1], differences[differences.length - rank]));
  }

  /// The estimate alone.
  public static double shift(double[] one, double[] other) {
    return Median.ofSorted(differences(one, other));
  }

  private static double[] differences(double[] one, double[] other) {
    var differences = new double[one.length * other.length];
    for (var i = 0; i < one.length; i++) {
      for (var j = 0; j < other.length; j++) {
        differences[i * other.length + j] = one[i] - other[j];
      }
    }
    Arrays.sort(differences);
    return differences;
  }

  /// The greatest `u` with P(U < u) ≤ tail, which is also the rank of the lower end; for a tail
  /// that no value meets it is 0.
  private static int rank(int n, int m, double tail) {
    var shares = distribution(n, m);
    var below = shares[0];
    var rank = 0;
    while (below < tail) {
      rank++;
      below += shares[rank];
    }
    return rank;
  }

  /// The distribution of the Mann-Whitney U when both samples are alike: the coefficients of the
  /// Gaussian binomial ∏ (1 - qᵐ⁺ⁱ) / (1 - qⁱ), i = 1…n, over their sum.
  private static double[] distribution(int n, int m) {
    var counts = new double[n * m + 1];
    counts[0] = 1;
    for (var i = 1; i <= n; i++) {
      for (var u = counts.length - 1; u >= m + i; u--) {
        counts[u] -= counts[u - m - i];
      }
      for (var u = i; u < counts.length; u++) {
        counts[u] += counts[u - i];
      }
    }
    var total = Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(count -> count / total).toArray();
  }
}
