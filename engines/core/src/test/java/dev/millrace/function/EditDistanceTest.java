package dev.millrace.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.generate.Values;
import dev.millrace.value.Decimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "flaw, lawn, 2",
    "'', abc, 3",
    "'', '', 0",
    "abc, abc, 0",
    "🔥🔥, 🔥, 1",
    "😀, 😁, 1",
    "ab, ba, 2",
    "intention, execution, 5"
  })
  void between_texts_countsCodePoints(String left, String right, int distance) {
    assertThat(EditDistance.between(left, right)).isEqualTo(Decimal.of(distance));
    assertThat(EditDistance.between(right, left)).isEqualTo(Decimal.of(distance));
  }

  @Test
  void between_generatedTexts_equalsTheDefinition() {
    long seed = System.nanoTime();
    var values = new Values(new SplittableRandom(seed));
    for (int i = 0; i < 300; i++) {
      String left = Texts.substring(values.text(), 0, 6);
      String right = Texts.substring(values.text(), 0, 6);
      assertThat(EditDistance.between(left, right))
          .as("'%s', '%s', seed %d", left, right, seed)
          .isEqualTo(Decimal.of(byDefinition(left, right)));
    }
  }

  private static int byDefinition(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Texts.length(left) + Texts.length(right);
    }
    String restLeft = left.substring(Character.charCount(left.codePointAt(0)));
    String restRight = right.substring(Character.charCount(right.codePointAt(0)));
    int replaced = left.codePointAt(0) == right.codePointAt(0) ? 0 : 1;
    return Math.min(
        byDefinition(restLeft, restRight) + replaced,
        1 + Math.min(byDefinition(restLeft, right), byDefinition(left, restRight)));
  }

  @Test
  void between_longText_fails() {
    String longest = "🔥".repeat(EditDistance.MAX_LENGTH);
    assertThat(EditDistance.between(longest, "🔥")).isEqualTo(Decimal.of(999));
    assertThatThrownBy(() -> EditDistance.between("a", longest + "a"))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("wants texts of at most 1000 characters to compare, not one of 1001");
  }
}
