package dev.millrace.bench.rounds;

/// Rounds of a 64-bit hash, each of which needs the one before: no vector unit and no second
/// execution port makes them shorter.
public final class Rounds {
  /// How many rounds are taken for a microsecond: what a core of about 3.5 GHz does. All lengths of
  /// work are nominal in this sense; on another core they are longer or shorter, all alike.
  public static final int PER_MICROSECOND = 700;

  private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

  private Rounds() {}

  /// A hash of a seed after some rounds.
  public static long of(long seed, int rounds) {
    long hash = seed;
    for (int i = 0; i < rounds; i++) {
      hash = (hash ^ (hash >>> 29)) * FACTOR;
    }
    return hash;
  }

  /// How many rounds take about so long.
  public static int forNanos(long nanos) {
    return Math.toIntExact(nanos * PER_MICROSECOND / 1_000);
  }
}
