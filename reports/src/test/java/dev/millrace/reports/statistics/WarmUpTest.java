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

  @Test
  void length_slowBeginning_isFound() {
    for (var seed = 1; seed <= 200; seed++) {
      assertThat(WarmUp.length(fork(seed, 5, 20))).as("seed %d", seed).isEqualTo(5);
    }
  }

  @Test
  void length_noise_isRarelyTakenForWarmUp() {
    for (var all : new int[] {10, 20, 50, 100}) {
      var found = IntStream.range(0, 2000).filter(seed -> WarmUp.length(fork(seed, 0, all)) > 0);
      assertThat(found.count()).as("%d iterations", all).isLessThan(100);
    }
  }

  @Test
  void length_constantOrShort_isSettled() {
    assertThat(WarmUp.length(new double[20])).isZero();
    assertThat(WarmUp.length(new double[] {9, 1, 1, 1, 1, 1, 1, 1, 1})).isZero();
    assertThat(WarmUp.length(new double[0])).isZero();
  }

  @Test
  void length_isAtMostHalf() {
    assertThat(WarmUp.length(fork(3, 15, 20))).isLessThanOrEqualTo(10);
  }
}
