package dev.millrace.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The law of [Needles]: it gives what looking for one after another gives.
///
/// `-Dmillrace.seed=N` replays the case that a failure names; `-Dmillrace.cases=N` runs more of
/// them.
class NeedlesTest {
  private static final int CASES = 20 * Integer.getInteger("millrace.cases", 1_000);

  /// Few letters, so that needles overlap and begin with each other; one is two chars long, and its
  /// halves occur alone.
  private static final List<String> LETTERS = List.of("a", "b", "\ud83d\ude00", "\ud83d", "ж");

  @Test
  void occurIn_generatedNeedlesAndTexts_equalsLoop() {
    Long replay = Long.getLong("millrace.seed");
    long first = replay == null ? System.nanoTime() : replay;
    int found = 0;
    int cases = replay == null ? CASES : 1;
    for (long seed = first; seed < first + cases; seed++) {
      found += checkCase(seed) ? 1 : 0;
    }
    assertThat(found).isBetween(cases == 1 ? 0 : cases / 10, cases == 1 ? 1 : cases * 9 / 10);
  }

  private static boolean checkCase(long seed) {
    var random = new SplittableRandom(seed);
    var needles = new ArrayList<String>();
    for (int i = random.nextInt(12); i > 0; i--) {
      needles.add(text(random, random.nextInt(40) == 0 ? 0 : 2 + random.nextInt(6)));
    }
    String text = text(random, random.nextInt(30));
    boolean expected = needles.stream().anyMatch(text::contains);
    for (int tableEntries : new int[] {1, 20, Needles.TABLE_ENTRIES}) {
      assertThat(Needles.of(needles, tableEntries).occurIn(text))
          .as("%s in '%s', table %d, -Dmillrace.seed=%d", needles, text, tableEntries, seed)
          .isEqualTo(expected);
    }
    return expected;
  }

  private static String text(RandomGenerator random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.get(random.nextInt(LETTERS.size())));
    }
    return text.toString();
  }

  @Test
  void occurIn_noNeedles_isFalse() {
    assertThat(Needles.of(List.of()).occurIn("")).isFalse();
    assertThat(Needles.of(List.of()).occurIn("abc")).isFalse();
  }

  @Test
  void occurIn_emptyNeedle_isTrue() {
    assertThat(Needles.of(List.of("x", "")).occurIn("")).isTrue();
    assertThat(Needles.of(List.of("")).occurIn("abc")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Needles.TABLE_ENTRIES})
  void occurIn_needleWithinLongerOne_isFoundThere(int tableEntries) {
    var needles = Needles.of(List.of("abcde", "bcx", "cd"), tableEntries);
    assertThat(needles.occurIn("abcd")).isTrue();
    assertThat(needles.occurIn("abcx")).isTrue();
    assertThat(needles.occurIn("abce")).isFalse();
  }

  @Test
  void occurIn_halfOfASurrogatePair_isFoundAsStringContainsDoes() {
    var needles = Needles.of(List.of("\ude00", "x"));
    assertThat(needles.occurIn("\ud83d\ude00")).isTrue();
    assertThat(needles.occurIn("\ud83d\ude01")).isFalse();
  }

  @Test
  void occurIn_everyCharANeedle_findsEach() {
    var needles = new ArrayList<String>();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      needles.add((char) c + "!");
    }
    var all = Needles.of(needles);
    assertThat(all.occurIn("abc")).isFalse();
    assertThat(all.occurIn("ab\uffff!")).isTrue();
    assertThat(all.occurIn("\u0000!")).isTrue();
  }

  @Test
  void occurIn_moreNeedlesThanTheTableHolds_findsTheLongest() {
    var random = new SplittableRandom(1);
    var needles = new ArrayList<String>();
    for (int i = 0; i < 40_000; i++) {
      needles.add(String.format(java.util.Locale.ROOT, "%030d", random.nextInt(1_000_000_000)));
    }
    var all = Needles.of(needles);
    String last = needles.getLast();
    assertThat(all.occurIn("x" + last + "x")).isTrue();
    assertThat(all.occurIn(last.substring(0, 29) + "x" + last.substring(1, 29))).isFalse();
  }

  @Test
  void occurIn_repeatedPrefixes_readsTheTextOnce() {
    String almost = "a".repeat(2_000);
    var needles = Needles.of(List.of(almost + "b", almost + "c"));
    String text = String.join("x", Collections.nCopies(500, almost));
    assertThat(needles.occurIn(text)).isFalse();
    assertThat(needles.occurIn(text + "b")).isTrue();
  }
}
