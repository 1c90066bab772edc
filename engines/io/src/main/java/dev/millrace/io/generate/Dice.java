package dev.millrace.io.generate;

import java.util.List;

/// A stream of random choices: SplitMix64, the same on every machine. Not for secrets.
final class Dice {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /// The choices for one item of a seed's feed; they do not depend on how many items there are.
  Dice(long seed, long item) {
    state = mixed(mixed(seed) + item);
  }

  /// A number from 0 to `bound`, exclusive.
  int below(int bound) {
    state += GAMMA;
    return (int) Math.unsignedMultiplyHigh(mixed(state), bound);
  }

  /// A number from `least` to `most`, both inclusive.
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /// True `percent` times of a hundred.
  boolean percent(int percent) {
    return below(100) < percent;
  }

  /// One of some values, all as likely.
  <T> T one(List<T> values) {
    return values.get(below(values.size()));
  }

  private static long mixed(long bits) {
    long once = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ once >>> 27) * 0x94D049BB133111EBL;
    return twice ^ twice >>> 31;
  }
}
