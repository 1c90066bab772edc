package dev.millrace.reports.characteristic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What rules say of suites of 20: how many suites of identical code raise an alarm, and how often
/// the one benchmark that is slower is found.
final class SuiteTable {
  /// Columns of shares.
  static final int FALSE_ALARM = 0;

  static final int FINDS_10 = 2;

  private static final double[] SLOWDOWNS = {1.05, 1.10};
  private static final List<String> COLUMNS =
      List.of("rule", "used by", "suites with a false alarm", "finds +5 %", "finds +10 %");

  private SuiteTable() {}

  static Table measure(
      Population population, int forks, List<Contestant> contestants, Trials trials, int suites) {
    var width = 1 + SLOWDOWNS.length;
    var means =
        trials.means(
            "suites of " + forks + " forks",
            suites,
            (_, random) -> {
              var suite = population.suite(forks, random);
              return contestants.stream()
                  .flatMapToDouble(each -> Arrays.stream(shares(each, suite)))
                  .toArray();
            });
    var rows = new ArrayList<Table.Row>();
    for (var i = 0; i < contestants.size(); i++) {
      var each = contestants.get(i);
      rows.add(
          new Table.Row(
              List.of(each.rule(), each.usedBy()),
              Arrays.copyOfRange(means, i * width, (i + 1) * width)));
    }
    return new Table(
        "Suites of " + Population.SUITE + ", " + forks + " forks a side, %", COLUMNS, rows);
  }

  private static double[] shares(Contestant contestant, List<Pair> suite) {
    var shares = new double[1 + SLOWDOWNS.length];
    shares[FALSE_ALARM] = isAny(contestant.test().slower(suite)) ? 1 : 0;
    for (var i = 0; i < SLOWDOWNS.length; i++) {
      var planted = new ArrayList<>(suite);
      planted.set(0, suite.getFirst().slower(SLOWDOWNS[i]));
      shares[1 + i] = contestant.test().slower(planted)[0] ? 1 : 0;
    }
    return shares;
  }

  private static boolean isAny(boolean[] flags) {
    return IntStream.range(0, flags.length).anyMatch(i -> flags[i]);
  }
}
