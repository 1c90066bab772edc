package dev.millrace.reports.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Hampel's identifier: takes away what stands out for so short a time that it is no level.
///
/// A value far from the median of the seven around it is replaced by that median. Steps stay where
/// they are, as at least half of the seven stand on the same side; up to three values in a row that
/// go away do not.
///
/// Source: Davies & Gather 1993.
final class Hampel {
  private static final int REACH = 3;
  private static final double FAR = 4.5;
  private static final double NORMAL_SCALE = 1.4826;

  private Hampel() {}

  /// The values without what went away.
  ///
  /// @param least what the scale is at least, from which distances count
  static double[] clean(double[] values, double least) {
    var medians = IntStream.range(0, values.length).mapToDouble(i -> around(values, i)).toArray();
    var distances =
        IntStream.range(0, values.length)
            .mapToDouble(i -> Math.abs(values[i] - medians[i]))
            .toArray();
    var scale = Math.max(least, NORMAL_SCALE * median(distances));
    return IntStream.range(0, values.length)
        .mapToDouble(i -> distances[i] > FAR * scale ? medians[i] : values[i])
        .toArray();
  }

  private static double around(double[] values, int index) {
    var from = Math.max(0, index - REACH);
    return median(Arrays.copyOfRange(values, from, Math.min(values.length, index + REACH + 1)));
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return Median.ofSorted(sorted);
  }
}
