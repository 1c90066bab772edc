package dev.millrace.reports.chart;

import dev.millrace.reports.results.Distribution;
import dev.millrace.reports.results.Fork;
import dev.millrace.reports.results.Iteration;
import dev.millrace.reports.statistics.Box;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// How the iterations of one fork spread, in percent of the mean over forks, which is 0.
///
/// @param number of the fork, from 1
/// @param box null where the fork has fewer than five iterations, which are all dots then; of
///   samples it reaches from the 1st to the 99th percentile
/// @param dots the iterations that the box leaves out
record ForkSpread(int number, double mean, @Nullable Box box, List<Double> dots) {
  private static final int FEWEST = 5;

  ForkSpread {
    dots = List.copyOf(dots);
  }

  /// The spread of a fork.
  ///
  /// @param centre the mean over forks
  static ForkSpread of(int number, Fork fork, double centre) {
    var mean = percent(fork.mean(), centre);
    if (fork.iterations().stream().anyMatch(Iteration.Histogram.class::isInstance)) {
      return new ForkSpread(number, mean, ofSamples(fork, centre), List.of());
    }
    var values = percents(fork, centre);
    if (values.length < FEWEST) {
      return new ForkSpread(number, mean, null, DoubleStream.of(values).boxed().toList());
    }
    var box = Box.of(values);
    var outside = DoubleStream.of(values).filter(each -> each < box.low() || each > box.high());
    return new ForkSpread(number, mean, box, outside.boxed().toList());
  }

  /// How far it reaches to either side, outliers left out.
  double reach() {
    var ends =
        box == null
            ? dots.stream().mapToDouble(each -> each)
            : DoubleStream.of(box.low(), box.high());
    return DoubleStream.concat(ends, DoubleStream.of(mean)).map(Math::abs).max().orElse(0);
  }

  private static Box ofSamples(Fork fork, double centre) {
    var samples = Distribution.of(List.of(fork));
    var at =
        DoubleStream.of(0.01, 0.25, 0.5, 0.75, 0.99)
            .map(share -> percent(samples.quantile(share), centre))
            .toArray();
    return new Box(at[0], at[1], at[2], at[3], at[4]);
  }

  private static double[] percents(Fork fork, double centre) {
    return DoubleStream.of(fork.values())
        .filter(Double::isFinite)
        .map(value -> percent(value, centre))
        .toArray();
  }

  private static double percent(double value, double centre) {
    return (value / centre - 1) * 100;
  }
}
