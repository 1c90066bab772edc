package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
  private static double[] fork(int seed, int slow, int all) {
    var random = new Random(seed);
    return IntStream.range(0, all)
        .mapToDouble(i -> (i < slow ? 130 : 100) + random.nextGaussian())
        .toArray();
  }

  private static int length(double[] fork) {
    return WarmUp.of(fork, 0).length();
  }

  @Test
  void length_slowBeginning_isFound() {
    var exact = 0;
    for (var seed = 1; seed <= 200; seed++) {
      var length = length(fork(seed, 5, 20));
      assertThat(length).as("seed %d", seed).isBetween(5, 7);
      exact += length == 5 ? 1 : 0;
    }
    assertThat(exact).isGreaterThan(190);
  }

  @Test
  void length_firstTenTimesAsSlow_doesNotHideTheSecond() {
    assertThat(length(new double[] {100, 15, 10, 10.1, 9.9, 10, 10.1, 9.9, 10, 10.1})).isEqualTo(2);
    assertThat(length(new double[] {90, 30, 30, 30, 30, 10, 10.1, 10, 10.2, 10.1})).isEqualTo(5);
  }

  @Test
  void of_thrownAway_isLookedAtAsWell() {
    var settled = WarmUp.of(fork(3, 4, 10), 5);
    assertThat(settled).isEqualTo(new WarmUp(5, 4, 7));
    assertThat(settled.isLate()).isFalse();
    var late = WarmUp.of(fork(3, 6, 10), 5);
    assertThat(late).isEqualTo(new WarmUp(5, 6, 7));
    assertThat(late.isLate()).isTrue();
    assertThat(late.isEndless()).isFalse();
  }

  @Test
  void of_fallingToTheMiddle_isEndless() {
    var falling = IntStream.range(0, 20).mapToDouble(i -> 40 - i).toArray();
    assertThat(WarmUp.of(falling, 0).isEndless()).isTrue();
    assertThat(WarmUp.of(falling, 10).isEndless()).isTrue();
    assertThat(WarmUp.of(fork(1, 0, 20), 10).isEndless()).isFalse();
  }

  @Test
  void length_noise_isRarelyTakenForWarmUp() {
    for (var all : new int[] {10, 20, 50, 100}) {
      for (var thrownAway : new int[] {0, all / 2}) {
        var found =
            IntStream.range(0, 2000)
                .filter(seed -> WarmUp.of(fork(seed, 0, all), thrownAway).length() > 0);
        assertThat(found.count()).as("%d iterations", all).isLessThan(100);
      }
    }
  }

  @Test
  void length_constantOrShort_isSettled() {
    assertThat(length(new double[20])).isZero();
    assertThat(length(new double[] {9, 1, 1, 1, 1, 1, 1})).isZero();
    assertThat(length(new double[0])).isZero();
  }

  @Test
  void length_isAtMostHalf() {
    assertThat(length(fork(3, 15, 20))).isLessThanOrEqualTo(10);
  }
}
