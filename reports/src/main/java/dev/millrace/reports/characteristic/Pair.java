package dev.millrace.reports.characteristic;

import dev.millrace.reports.rule.Sample;
import dev.millrace.reports.statistics.Mean;
import java.util.Arrays;

/// Two sides of one benchmark, the iterations of each fork of theirs; less is better.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pair(double[][] baseline, double[][] candidate) {
  /// The same with a slower candidate.
  Pair slower(double factor) {
    return new Pair(
        baseline,
        Arrays.stream(candidate)
            .map(fork -> Arrays.stream(fork).map(value -> value * factor).toArray())
            .toArray(double[][]::new));
  }

  Pair swapped() {
    return new Pair(candidate, baseline);
  }

  Sample sample(double margin) {
    return new Sample("time", forkMeans(baseline), forkMeans(candidate), false, margin);
  }

  static double[] forkMeans(double[][] forks) {
    return Arrays.stream(forks).mapToDouble(Mean::of).toArray();
  }

  /// All iterations of all forks in one row.
  static double[] pooled(double[][] forks) {
    return Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray();
  }
}
