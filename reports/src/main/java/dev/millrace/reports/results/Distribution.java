package dev.millrace.reports.results;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// All values of some forks in ascending order, each with how often it occurs.
///
/// Percentiles are values that occurred: the least one that so many do not exceed, as HdrHistogram
/// has it.
public final class Distribution {
  private final double[] values;
  private final long[] upTo;

  private Distribution(double[] values, long[] upTo) {
    this.values = values;
    this.upTo = upTo;
  }

  /// The distribution of what all iterations of the forks have seen.
  public static Distribution of(List<Fork> forks) {
    var pool = Pool.of(forks);
    var ascending =
        IntStream.range(0, pool.values().length)
            .filter(i -> pool.counts()[i] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pool.values()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var values = new double[ascending.length];
    var upTo = new long[ascending.length];
    var sum = 0L;
    for (var i = 0; i < ascending.length; i++) {
      sum += pool.counts()[ascending[i]];
      values[i] = pool.values()[ascending[i]];
      upTo[i] = sum;
    }
    return new Distribution(values, upTo);
  }

  /// How many values there are.
  public long count() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  /// The least value that a share of all, from 0 to 1, does not exceed; NaN when there is none.
  public double quantile(double share) {
    if (values.length == 0) {
      return Double.NaN;
    }
    var rank = Math.clamp((long) Math.ceil(Math.nextDown(share) * count()), 1, count());
    var low = 0;
    var high = values.length - 1;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (upTo[middle] < rank) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return values[low];
  }
}
