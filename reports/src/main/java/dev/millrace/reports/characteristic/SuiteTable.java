package dev.millrace.reports.characteristic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What rules say of suites of 20: how many suites of identical code raise an alarm, and how often
/// the one benchmark that is slower is found.
///
/// Only slower candidates are alarms. Identical code is judged both ways round, because either side
/// may be the candidate.
///
/// @param suites how many suites are drawn
record SuiteTable(Population population, Trials trials, int suites) {
  /// The column of suites with a false alarm.
  static final int FALSE_ALARM = 0;

  /// The column of found slowdowns of 10 %.
  static final int FINDS_10 = 2;

  private static final double[] SLOWDOWNS = {1.05, 1.10};
  private static final List<String> COLUMNS =
      List.of("rule", "used by", "suites with a false alarm", "finds +5 %", "finds +10 %");

  Table measure(String title, int forks, List<Contestant> contestants) {
    var shares =
        trials.means(
            title,
            suites,
            (_, random) -> {
              var draw = Draw.of(population.suite(forks, random));
              return contestants.stream()
                  .flatMapToDouble(each -> Arrays.stream(draw.shares(each.test())))
                  .toArray();
            });
    return Table.of(title + ", %", COLUMNS, contestants, shares);
  }

  /// A suite of identical code, both ways round, and with each slowdown planted in its first
  /// benchmark.
  private record Draw(List<Pair> suite, List<Pair> swapped, List<List<Pair>> planted) {
    static Draw of(List<Pair> suite) {
      return new Draw(
          suite,
          suite.stream().map(Pair::swapped).toList(),
          Arrays.stream(SLOWDOWNS).mapToObj(factor -> plant(suite, factor)).toList());
    }

    private static List<Pair> plant(List<Pair> suite, double factor) {
      var planted = new ArrayList<>(suite);
      planted.set(0, suite.getFirst().slower(factor));
      return planted;
    }

    double[] shares(Contestant.SuiteTest test) {
      var shares = new double[1 + planted.size()];
      shares[FALSE_ALARM] = (alarm(test.slower(suite)) + alarm(test.slower(swapped))) / 2;
      for (var i = 0; i < planted.size(); i++) {
        shares[1 + i] = test.slower(planted.get(i))[0] ? 1 : 0;
      }
      return shares;
    }

    /// 1 when any candidate is called slower, else 0.
    private static double alarm(boolean[] slower) {
      return IntStream.range(0, slower.length).anyMatch(i -> slower[i]) ? 1 : 0;
    }
  }
}
