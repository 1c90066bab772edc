package dev.millrace.evaluator.vectorised;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both ways to find items by their flags find the same ones, whatever the share of these.
class SelectionTest {
  private static final int[] SIZES = {0, 1, 7, 8, 9, 63, 64, 1_000, 1_003};
  private static final int BEYOND = 5;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.06, 0.1, 0.5, 0.9, 0.95, 0.99, 1})
  void places_anyShareOfFlags_areThoseOfBothWays(double share) {
    var random = new SplittableRandom(20261122);
    for (int size : SIZES) {
      byte[] flags = flags(size + BEYOND, share, random);
      int set = Selection.count(flags, size);
      assertThat(set).isEqualTo((int) range(size).filter(i -> flags[i] == 1).count());
      for (int wanted : new int[] {0, 1}) {
        int[] expected = range(size).filter(i -> (flags[i] & 1) == wanted).toArray();
        var oneByOne = new int[expected.length];
        var byWords = new int[expected.length];
        Selection.findOneByOne(flags, wanted, oneByOne);
        Selection.findByWords(flags, size, wanted, byWords);
        assertThat(oneByOne).isEqualTo(expected);
        assertThat(byWords).isEqualTo(expected);
        assertThat(Selection.places(flags, size, wanted)).isEqualTo(expected);
      }
    }
  }

  private static IntStream range(int size) {
    return IntStream.range(0, size);
  }

  /// Flags, one in three of those that are not set for null.
  private static byte[] flags(int size, double share, SplittableRandom random) {
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      flags[i] = (byte) (random.nextDouble() < share ? 1 : random.nextInt(3) == 0 ? 2 : 0);
    }
    return flags;
  }
}
