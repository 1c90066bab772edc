package dev.millrace.reports.characteristic;

import java.util.function.ToDoubleFunction;

/// Rules in use elsewhere, as tests of one benchmark by itself.
///
/// A rule is written as the p-value of the candidate being slower, one-sided; rules that know no
/// p-value say 0 or 1. The other direction is the same with the sides swapped.
enum PopularRule {
  POOLED_T("pooled iterations, Welch t, p < .05", "hand-written scripts", PairTests::pooledT),
  POOLED_MANN_WHITNEY(
      "pooled iterations, Mann-Whitney, p < .05",
      "benchstat, google/benchmark",
      PairTests::pooledMannWhitney),
  CRITERION(
      "pooled t, p < .05, and 95 % interval beyond 1 %", "criterion.rs", PairTests::criterion),
  JMH("99.9 % intervals as JMH prints them do not overlap", "reading ±", PairTests::jmhIntervals),
  BENCHMARK_DOT_NET(
      "Mann-Whitney beyond 10 %, alpha 1e-5", "like BenchmarkDotNet", PairTests::benchmarkDotNet),
  MEAN_5("mean moved > 5 %", "threshold gates", pair -> PairTests.threshold(pair, 1.05)),
  MEAN_10("mean moved > 10 %", "threshold gates", pair -> PairTests.threshold(pair, 1.10)),
  MEAN_50("mean above 150 %", "github-action-benchmark", pair -> PairTests.threshold(pair, 1.5)),
  MEAN_100("mean above 200 %", "github-action-benchmark", pair -> PairTests.threshold(pair, 2)),
  BOOTSTRAP(
      "hierarchical bootstrap, 95 % interval excludes 1",
      "after Kalibera & Jones", PairTests::bootstrap),
  FORK_T("fork means, Welch t, p < .05", "—", pair -> PairTests.forkWelch(pair, 0)),
  FORK_T_MARGIN(
      "fork means, 95 % interval beyond ±2 %", "—", pair -> PairTests.forkWelch(pair, 0.02)),
  FORK_STUDENT("fork means, Student t, p < .05", "—", pair -> PairTests.forkStudent(pair, 0)),
  FORK_STUDENT_MARGIN(
      "fork means, Student t beyond 2 %", "—", pair -> PairTests.forkStudent(pair, 0.02));

  private final String rule;
  private final String usedBy;
  private final ToDoubleFunction<Pair> test;

  PopularRule(String rule, String usedBy, ToDoubleFunction<Pair> test) {
    this.rule = rule;
    this.usedBy = usedBy;
    this.test = test;
  }

  /// The rule in words.
  String rule() {
    return rule;
  }

  /// Who uses it.
  String usedBy() {
    return usedBy;
  }

  /// Whether it has p-values other than 0 and 1, which can be adjusted.
  boolean hasP() {
    return switch (this) {
      case JMH, BENCHMARK_DOT_NET, MEAN_5, MEAN_10, MEAN_50, MEAN_100 -> false;
      case POOLED_T,
          POOLED_MANN_WHITNEY,
          CRITERION,
          BOOTSTRAP,
          FORK_T,
          FORK_T_MARGIN,
          FORK_STUDENT,
          FORK_STUDENT_MARGIN ->
          true;
    };
  }

  /// The p-value of the candidate being slower.
  double test(Pair pair) {
    return test.applyAsDouble(pair);
  }
}
