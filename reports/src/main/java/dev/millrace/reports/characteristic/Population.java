package dev.millrace.reports.characteristic;

import java.util.List;
import java.util.SplittableRandom;

/// Benchmarks that ran identical code in many forks: whatever differs between their forks is noise.
///
/// @param origin where it is from, in a few words
record Population(String origin, List<Benchmark> benchmarks) {
  /// What a benchmark has at least: two sides of five.
  static final int FORKS = 10;

  /// Benchmarks of a suite.
  static final int SUITE = 20;

  /// The pairs of a suite of different benchmarks.
  List<Pair> suite(int forksEach, SplittableRandom random) {
    return random
        .ints(0, benchmarks.size())
        .distinct()
        .limit(SUITE)
        .mapToObj(index -> benchmarks.get(index).draw(forksEach, random))
        .toList();
  }
}
