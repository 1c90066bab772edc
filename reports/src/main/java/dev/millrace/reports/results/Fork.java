package dev.millrace.reports.results;

import dev.millrace.reports.statistics.Mean;
import java.util.List;
import java.util.stream.Stream;

/// One JVM's iterations. The fork is the unit of replication: its mean is one observation.
public record Fork(List<Iteration> iterations) {
  public Fork {
    iterations = List.copyOf(iterations);
  }

  /// The mean of the iterations; samples weigh by their count. NaN when the fork has no value.
  public double mean() {
    var bins = iterations.stream().flatMap(Fork::bins).toList();
    var values = bins.stream().mapToDouble(Iteration.Bin::value).toArray();
    var counts = bins.stream().mapToLong(Iteration.Bin::count).toArray();
    return Mean.weighted(values, counts);
  }

  private static Stream<Iteration.Bin> bins(Iteration iteration) {
    return switch (iteration) {
      case Iteration.Score(var value) -> Stream.of(new Iteration.Bin(value, 1));
      case Iteration.Histogram(var bins) -> bins.stream();
    };
  }
}
