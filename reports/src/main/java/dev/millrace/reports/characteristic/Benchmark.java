package dev.millrace.reports.characteristic;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A benchmark of which many forks ran identical code.
///
/// @param forks the iterations of each fork
@SuppressWarnings("ArrayRecordComponent") // never compared
record Benchmark(double[][] forks) {
  /// Two sides of so many forks, drawn without replacement.
  Pair draw(int forksEach, SplittableRandom random) {
    var shuffled = forks.clone();
    for (var i = 0; i < 2 * forksEach; i++) {
      var other = random.nextInt(i, shuffled.length);
      var fork = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = fork;
    }
    return new Pair(
        Arrays.copyOf(shuffled, forksEach), Arrays.copyOfRange(shuffled, forksEach, 2 * forksEach));
  }
}
