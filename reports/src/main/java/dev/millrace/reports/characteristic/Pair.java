package dev.millrace.reports.characteristic;

import dev.millrace.reports.rule.Sample;
import dev.millrace.reports.statistics.Mean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Two sides of one benchmark, the iterations of each fork of theirs; less is better.
///
/// Remembers what popular rules said of it. For one thread.
final class Pair {
  private final double[][] baseline;
  private final double[][] candidate;
  private final Map<PopularRule, Double> said = new EnumMap<>(PopularRule.class);

  Pair(double[][] baseline, double[][] candidate) {
    this.baseline = baseline;
    this.candidate = candidate;
  }

  double[][] baseline() {
    return baseline;
  }

  double[][] candidate() {
    return candidate;
  }

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

  /// The p-value of the candidate being slower.
  double pSlower(PopularRule rule) {
    return said.computeIfAbsent(rule, each -> each.test(this));
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
