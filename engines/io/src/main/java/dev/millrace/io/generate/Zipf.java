package dev.millrace.io.generate;

import java.util.Arrays;

/// Ranks by Zipf's law: the rank r, counted from 1, is as likely as 1/r. Whole numbers only, so
/// that every machine draws the same.
final class Zipf {
  private static final int FIRST = 1_000_000;

  private final int[] ends;

  /// A law over some ranks.
  Zipf(int ranks) {
    ends = new int[ranks];
    int end = 0;
    for (int rank = 1; rank <= ranks; rank++) {
      end += FIRST / rank;
      ends[rank - 1] = end;
    }
  }

  /// A rank, counted from 0.
  int draw(Dice dice) {
    int place = dice.below(ends[ends.length - 1]);
    int found = Arrays.binarySearch(ends, place);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
