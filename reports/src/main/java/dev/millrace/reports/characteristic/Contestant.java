package dev.millrace.reports.characteristic;

import dev.millrace.reports.rule.Outcome;
import dev.millrace.reports.rule.Rule;
import dev.millrace.reports.rule.Settings;
import dev.millrace.reports.statistics.Holm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A rule that judges suites.
///
/// @param usedBy who uses it
record Contestant(String rule, String usedBy, SuiteTest test) {
  private static final double TWO_SIDED = 0.025;
  private static final double ONE_SIDED = 0.05;
  private static final Settings NOMINAL = new Settings(ONE_SIDED / Settings.CAUTION, true);
  private static final Settings UNMODERATED = new Settings(ONE_SIDED / Settings.CAUTION, false);

  /// Says of every pair of a suite whether the candidate is called slower.
  @FunctionalInterface
  interface SuiteTest {
    boolean[] slower(List<Pair> suite);
  }

  /// The shipped rule: without a margin, then with 2 %.
  static List<Contestant> shipped() {
    return List.of(
        ofRule("**the shipped rule**, margin 0", Settings.DEFAULT, 0),
        ofRule("**the shipped rule**, margin 2 %", Settings.DEFAULT, 0.02));
  }

  /// All rules, each judging one pair by itself; tests at 5 %, two-sided.
  static List<Contestant> ofPairs() {
    var all = new ArrayList<>(shipped());
    Stream.of(PopularRule.values()).map(rule -> popular(rule, TWO_SIDED)).forEach(all::add);
    return all;
  }

  /// All rules but the bootstrap, which would take minutes; tests at 5 %, one-sided, as they are
  /// and with Holm's adjustment. The shipped rule comes first: without a margin, then with 2 %.
  static List<Contestant> ofSuites() {
    var all = new ArrayList<>(shipped());
    for (var rule : PopularRule.values()) {
      if (rule != PopularRule.BOOTSTRAP) {
        all.add(popular(rule, ONE_SIDED));
        if (rule.hasP()) {
          all.add(adjusted(rule));
        }
      }
    }
    return all;
  }

  /// The shipped rule, and what its choices do: all at a nominal 5 %, with and without moderation,
  /// and with Student's test for Welch's.
  static List<Contestant> ofForks() {
    var all = new ArrayList<>(shipped());
    all.add(ofRule("moderated Welch, p < .05, Holm", NOMINAL, 0));
    all.add(ofRule("moderated Welch beyond 2 %, Holm", NOMINAL, 0.02));
    all.add(ofRule("Welch, p < .05, Holm", UNMODERATED, 0));
    all.add(ofRule("Welch beyond 2 %, Holm", UNMODERATED, 0.02));
    all.add(adjusted(PopularRule.FORK_STUDENT));
    all.add(adjusted(PopularRule.FORK_STUDENT_MARGIN));
    return all;
  }

  List<String> labels() {
    return List.of(rule, usedBy);
  }

  private static Contestant ofRule(String rule, Settings settings, double margin) {
    return new Contestant(
        rule,
        settings.equals(Settings.DEFAULT) ? "this gate" : "—",
        suite -> regressed(suite, settings, margin));
  }

  private static boolean[] regressed(List<Pair> suite, Settings settings, double margin) {
    var findings = Rule.judge(suite.stream().map(pair -> pair.sample(margin)).toList(), settings);
    var slower = new boolean[findings.size()];
    for (var i = 0; i < slower.length; i++) {
      slower[i] = findings.get(i).outcome() == Outcome.REGRESSED;
    }
    return slower;
  }

  private static Contestant popular(PopularRule rule, double alpha) {
    return new Contestant(rule.rule(), rule.usedBy(), suite -> below(alpha, p(rule, suite)));
  }

  private static Contestant adjusted(PopularRule rule) {
    return new Contestant(
        rule.rule() + ", Holm", "—", suite -> below(ONE_SIDED, Holm.adjust(p(rule, suite))));
  }

  private static double[] p(PopularRule rule, List<Pair> suite) {
    return suite.stream().mapToDouble(pair -> pair.pSlower(rule)).toArray();
  }

  private static boolean[] below(double level, double[] p) {
    var below = new boolean[p.length];
    for (var i = 0; i < p.length; i++) {
      below[i] = p[i] < level;
    }
    return below;
  }
}
