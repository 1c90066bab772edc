package dev.millrace.reports.chart;

import dev.millrace.reports.results.Fork;
import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.WarmUp;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/// The iterations of a fork in the order of time, of those that were a number.
///
/// @param values warm-up first, where it is known
/// @param settling where it settles
@SuppressWarnings("ArrayRecordComponent") // never compared
record ForkSequence(double[] values, WarmUp settling) {

  /// @param thrownAway the warm-up; without iterations where it is not known
  static ForkSequence of(Fork thrownAway, Fork measured) {
    var warmUp = numbers(thrownAway);
    var values =
        DoubleStream.concat(Arrays.stream(warmUp), Arrays.stream(numbers(measured))).toArray();
    return new ForkSequence(values, WarmUp.of(values, warmUp.length));
  }

  private static double[] numbers(Fork fork) {
    return DoubleStream.of(fork.values()).filter(Double::isFinite).toArray();
  }

  /// The same in another unit.
  ForkSequence times(double factor) {
    return new ForkSequence(DoubleStream.of(values).map(each -> each * factor).toArray(), settling);
  }

  /// How many of the iterations, from the first on, JMH threw away; 0 where they are not known.
  int warmUp() {
    return settling.thrownAway();
  }

  /// What JMH threw away.
  double[] thrownAway() {
    return Arrays.copyOf(values, warmUp());
  }

  /// What counts.
  double[] measured() {
    return Arrays.copyOfRange(values, warmUp(), values.length);
  }

  /// The mean of what counts.
  double mean() {
    return Mean.of(measured());
  }
}
