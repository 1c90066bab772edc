package dev.millrace.reports.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleTest {
  private static final double[] STEADY = {100, 100.2, 99.8, 100.1, 99.9};
  private static final Settings UNMODERATED = new Settings(0.05, false);

  private static Sample time(double[] baseline, double[] candidate, double margin) {
    return new Sample("time", baseline, candidate, false, margin);
  }

  private static double[] times(double[] means, double factor) {
    return Arrays.stream(means).map(mean -> mean * factor).toArray();
  }

  private static Finding judge(Sample sample) {
    return Rule.judge(List.of(sample), Settings.DEFAULT).getFirst();
  }

  @Test
  void judge_slower_isRegressed() {
    var finding = judge(time(STEADY, times(STEADY, 1.05), 0.02));
    assertThat(finding.outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(finding.change().value()).isCloseTo(1.05, within(1e-12));
    assertThat(finding.hodgesLehmann()).isCloseTo(1.05, within(2e-3));
    assertThat(finding.moreForks()).isZero();
  }

  @Test
  void judge_faster_isImproved() {
    assertThat(judge(time(STEADY, times(STEADY, 0.95), 0.02)).outcome())
        .isEqualTo(Outcome.IMPROVED);
  }

  @Test
  void judge_lessThroughput_isRegressed() {
    var sample = new Sample("throughput", STEADY, times(STEADY, 0.9), true, 0.02);
    assertThat(judge(sample).outcome()).isEqualTo(Outcome.REGRESSED);
    var more = new Sample("throughput", STEADY, times(STEADY, 1.1), true, 0.02);
    assertThat(judge(more).outcome()).isEqualTo(Outcome.IMPROVED);
  }

  @Test
  void judge_withinTheMargin_isEquivalent() {
    assertThat(judge(time(STEADY, times(STEADY, 1.01), 0.02)).outcome())
        .isEqualTo(Outcome.EQUIVALENT);
  }

  @Test
  void judge_noisy_isInconclusiveAndAsksForForks() {
    double[] noisy = {100, 110, 90};
    var finding = judge(time(noisy, times(noisy, 1.1), 0.02));
    assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(finding.moreForks()).isBetween(5, 50);
  }

  @Test
  void judge_changeOfExactlyTheMargin_isNeverDecidedByForks() {
    var finding = judge(time(STEADY, times(STEADY, 1.02), 0.02));
    assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(finding.moreForks()).isEqualTo(Rule.MOST_FORKS);
  }

  @Test
  void judge_oneFork_provesNothing() {
    for (var sample :
        List.of(
            time(new double[] {1}, new double[] {3}, 0.02),
            time(STEADY, new double[] {300}, 0.02),
            time(new double[] {7}, new double[] {7}, 0.02))) {
      var finding = judge(sample);
      assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(finding.change().interval()).isNull();
      assertThat(finding.moreForks()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.01})
  void judge_constants_areJudgedExactly(double margin) {
    for (var constant : new double[] {3, 0.1, 1.0 / 3, 1e-300, 4e300, 24.000000000000004}) {
      var before = DoubleStream.generate(() -> constant).limit(3).toArray();
      var same = DoubleStream.generate(() -> constant).limit(7).toArray();
      assertThat(judge(time(before, same, margin)).outcome()).isEqualTo(Outcome.EQUIVALENT);
      assertThat(judge(time(before, times(same, 1.0101), margin)).outcome())
          .isEqualTo(Outcome.REGRESSED);
      assertThat(judge(time(before, times(same, 0.9), margin)).outcome())
          .isEqualTo(Outcome.IMPROVED);
    }
  }

  @Test
  void judge_constantsAmongNoise_stayExact() {
    var suite = new ArrayList<>(noise(19, 1));
    suite.add(time(new double[] {5, 5, 5}, new double[] {5.05, 5.05, 5.05}, 0));
    assertThat(Rule.judge(suite, Settings.DEFAULT).getLast().outcome())
        .isEqualTo(Outcome.REGRESSED);
  }

  @Test
  void judge_marginZero_findsButNeverProvesEqual() {
    assertThat(judge(time(STEADY, times(STEADY, 1.01), 0)).outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(judge(time(STEADY, STEADY, 0)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void judge_hugeRatio_isRegressed() {
    var finding = judge(time(times(STEADY, 1e-200), times(STEADY, 1e100), 0.02));
    assertThat(finding.outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(finding.change().value() / 1e300).isCloseTo(1, within(1e-9));
  }

  @Test
  void judge_equalPAtAlpha_isAdjustedOverTheSuite() {
    double[] before = {100, 101, 99};
    double[] after = {103, 104, 102};
    var alone = Rule.judge(List.of(time(before, after, 0)), UNMODERATED).getFirst();
    assertThat(alone.outcome()).isEqualTo(Outcome.REGRESSED);
    var suite = new ArrayList<>(Collections.nCopies(19, time(before, before, 0)));
    suite.addFirst(time(before, after, 0));
    var among = Rule.judge(suite, UNMODERATED).getFirst();
    assertThat(among.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(among.pWorse()).isCloseTo(20 * alone.pWorse(), within(1e-12));
    assertThat(among.pEquivalent()).isEqualTo(alone.pEquivalent());
  }

  @Test
  void judge_unmoderated_isWelchsTest() {
    var sample = time(new double[] {41.2, 40.1, 42.7}, new double[] {44.1, 43.3, 45.6, 43.9}, 0.02);
    var finding = Rule.judge(List.of(sample), UNMODERATED).getFirst();
    assertThat(finding.pWorse()).isCloseTo(0.04914002187288532, within(1e-12));
  }

  @Test
  void judge_otherMetric_sharesNothing() {
    var suite = new ArrayList<>(noise(19, 2));
    double[] before = {50, 52, 51};
    suite.add(new Sample("allocation", before, times(before, 1.03), false, 0.02));
    var shared = Rule.judge(suite, Settings.DEFAULT).getLast();
    var own = Rule.judge(suite, UNMODERATED).getLast();
    assertThat(shared).isEqualTo(own);
    assertThat(Rule.judge(suite, Settings.DEFAULT).getFirst())
        .isNotEqualTo(Rule.judge(suite, UNMODERATED).getFirst());
  }

  @Test
  void judge_swappedSides_swapsTheOutcome() {
    for (var sample : noise(200, 3)) {
      var there = judge(sample);
      var back =
          judge(new Sample("time", sample.candidate(), sample.baseline(), false, sample.margin()));
      assertThat(there.pWorse()).isEqualTo(back.pBetter());
      assertThat(there.pEquivalent()).isEqualTo(back.pEquivalent());
      assertThat(there.moreForks()).isEqualTo(back.moreForks());
    }
  }

  @Test
  void judge_emptySuite_findsNothing() {
    assertThat(Rule.judge(List.of(), Settings.DEFAULT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void sample_unusableMean_isRefused(double mean) {
    assertThatThrownBy(() -> time(new double[] {1, mean}, STEADY, 0.02))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(mean));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.06, 1.10})
  void judge_asManyMoreForksAsAsked_mostlyDecide(double slower) {
    var seed = 4;
    var random = new SplittableRandom(seed);
    var asked = 0;
    var decided = 0;
    for (var i = 0; i < 1_000; i++) {
      var before = forks(random, 0.03, 200, 1);
      var after = forks(random, 0.03, 200, slower);
      var more = judge(first(before, after, 3)).moreForks();
      if (more > 0 && more < Rule.MOST_FORKS) {
        asked++;
        var outcome = judge(first(before, after, 3 + more)).outcome();
        decided += outcome == Outcome.INCONCLUSIVE ? 0 : 1;
      }
    }
    assertThat(asked).isGreaterThan(300);
    assertThat((double) decided / asked).as("seed " + seed).isGreaterThan(0.6);
  }

  private static Sample first(double[] before, double[] after, int forks) {
    return time(Arrays.copyOf(before, forks), Arrays.copyOf(after, forks), 0.02);
  }

  private static List<Sample> noise(int series, long seed) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, series)
        .mapToObj(_ -> {
          var spread = 0.01 * (1 + random.nextInt(5));
          return time(forks(random, spread, 3, 1), forks(random, spread, 3, 1), 0.02);
        })
        .toList();
  }

  private static double[] forks(SplittableRandom random, double spread, int count, double mean) {
    return DoubleStream.generate(() -> mean * Math.exp(spread * random.nextGaussian()))
        .limit(count)
        .toArray();
  }
}
