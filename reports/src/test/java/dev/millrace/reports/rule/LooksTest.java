package dev.millrace.reports.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.statistics.AlphaSpending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Looking at unfinished data: after every fork from the second on, up to ten, each look spends
/// what its share of the forks allows.
final class LooksTest {
  private static final int SERIES = 8;
  private static final int FORKS = 10;
  private static final int RUNS = 1_000;

  @Test
  void looks_identicalCode_keepAlpha() {
    var seed = 21;
    assertThat(alarms(1, seed, true)).as("seed " + seed).isLessThanOrEqualTo(0.05);
  }

  @Test
  void looks_withoutSpending_wouldNot() {
    assertThat(alarms(1, 21, false)).isGreaterThan(0.05);
  }

  @Test
  void looks_slowerCode_findIt() {
    assertThat(alarms(1.15, 22, true)).isGreaterThan(0.9);
  }

  private static double alarms(double factor, long seed, boolean spends) {
    var random = new SplittableRandom(seed);
    return (double)
            IntStream.range(0, RUNS).filter(_ -> isAlarm(suite(random, factor), spends)).count()
        / RUNS;
  }

  private static List<Sample> suite(SplittableRandom random, double factor) {
    var suite = new ArrayList<Sample>();
    for (var i = 0; i < SERIES; i++) {
      var spread = 0.03 * Math.exp(0.5 * random.nextGaussian());
      var slower = i == 0 ? factor : 1;
      suite.add(
          new Sample("time", forks(random, spread, 1), forks(random, spread, slower), false, 0));
    }
    return suite;
  }

  private static double[] forks(SplittableRandom random, double spread, double mean) {
    return DoubleStream.generate(() -> mean * Math.exp(spread * random.nextGaussian()))
        .limit(FORKS)
        .toArray();
  }

  private static boolean isAlarm(List<Sample> suite, boolean spends) {
    for (var forks = 2; forks <= FORKS; forks++) {
      var last = forks == 2 ? 0 : (forks - 1.0) / FORKS;
      var share = AlphaSpending.increment(0.05, last, (double) forks / FORKS);
      var settings = Settings.DEFAULT.withAlpha(spends ? share : 0.05);
      if (Rule.judge(first(suite, forks), settings).stream()
          .anyMatch(finding -> finding.outcome() == Outcome.REGRESSED)) {
        return true;
      }
    }
    return false;
  }

  private static List<Sample> first(List<Sample> suite, int forks) {
    return suite.stream()
        .map(each ->
            new Sample(
                each.metric(),
                Arrays.copyOf(each.baseline(), forks),
                Arrays.copyOf(each.candidate(), forks),
                false,
                each.margin()))
        .toList();
  }
}
