package dev.millrace.reports.characteristic;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// What rules say of single benchmarks: flags in either direction on identical code, and how often
/// a planted slowdown is called one.
final class PairTable {
  private static final int DRAWS = 4;
  private static final double[] SLOWDOWNS = {1.02, 1.05, 1.10, 1.20};
  private static final List<String> COLUMNS =
      List.of(
          "rule",
          "used by",
          "flags on identical code",
          "ever in " + DRAWS + " draws",
          "sees +2 %",
          "+5 %",
          "+10 %",
          "+20 %");

  private PairTable() {}

  /// Draws every benchmark of the population four times.
  static Table measure(Population population, int forks, Trials trials) {
    var contestants = Contestant.ofPairs();
    var shares =
        trials.means(
            "single benchmarks",
            population.benchmarks().size(),
            (index, random) -> {
              var draws = draws(population.benchmarks().get(index), forks, random);
              return contestants.stream()
                  .flatMapToDouble(each -> Arrays.stream(shares(each, draws)))
                  .toArray();
            });
    return Table.of(
        "One benchmark at a time, " + forks + " forks a side, %", COLUMNS, contestants, shares);
  }

  private static List<Pair> draws(Benchmark benchmark, int forks, SplittableRandom random) {
    return IntStream.range(0, DRAWS).mapToObj(_ -> benchmark.draw(forks, random)).toList();
  }

  private static double[] shares(Contestant contestant, List<Pair> draws) {
    var shares = new double[2 + SLOWDOWNS.length];
    for (var pair : draws) {
      if (isSlower(contestant, pair) || isSlower(contestant, pair.swapped())) {
        shares[0] += 1.0 / DRAWS;
        shares[1] = 1;
      }
      for (var i = 0; i < SLOWDOWNS.length; i++) {
        shares[2 + i] += isSlower(contestant, pair.slower(SLOWDOWNS[i])) ? 1.0 / DRAWS : 0;
      }
    }
    return shares;
  }

  private static boolean isSlower(Contestant contestant, Pair pair) {
    return contestant.test().slower(List.of(pair))[0];
  }
}
