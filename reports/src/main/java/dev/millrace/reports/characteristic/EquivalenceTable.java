package dev.millrace.reports.characteristic;

import dev.millrace.reports.rule.Outcome;
import dev.millrace.reports.rule.Rule;
import dev.millrace.reports.rule.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How often the shipped rule proves identical benchmarks equal, and how often it lets one pass
/// that is slower by the very margin: at most alpha, by design.
final class EquivalenceTable {
  private static final double[] MARGINS = {0.02, 0.05, 0.10};
  private static final List<String> COLUMNS =
      List.of(
          "forks a side",
          "margin",
          "identical, proven equal",
          "slower by the margin, passed as equal");

  private EquivalenceTable() {}

  static Table measure(Population population, List<Integer> forks, Trials trials, int suites) {
    var rows = new ArrayList<Table.Row>();
    for (var each : forks) {
      var shares =
          trials.means(
              "equivalence, " + each + " forks a side",
              suites,
              (_, random) -> shares(population.suite(each, random)));
      for (var i = 0; i < MARGINS.length; i++) {
        rows.add(
            new Table.Row(
                List.of(each.toString(), Math.round(100 * MARGINS[i]) + " %"),
                Arrays.copyOfRange(shares, 2 * i, 2 * i + 2)));
      }
    }
    return new Table("Equivalence, the shipped rule, %", COLUMNS, rows);
  }

  private static double[] shares(List<Pair> suite) {
    return Arrays.stream(MARGINS).flatMap(margin -> Arrays.stream(shares(suite, margin))).toArray();
  }

  private static double[] shares(List<Pair> suite, double margin) {
    var planted = suite.stream().map(pair -> pair.slower(1 + margin)).toList();
    return new double[] {equivalent(suite, margin), equivalent(planted, margin)};
  }

  private static double equivalent(List<Pair> suite, double margin) {
    var samples = suite.stream().map(pair -> pair.sample(margin)).toList();
    return Rule.judge(samples, Settings.DEFAULT).stream()
        .mapToDouble(finding -> finding.outcome() == Outcome.EQUIVALENT ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
