package dev.millrace.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingTest {
  private static final int KEYS = 20_000;

  /// The thousandths were computed by another implementation of the same hash: a key is chosen by
  /// every share above them, and by none at or below.
  @ParameterizedTest
  @CsvSource({"1, 485", "5, 305", "8, 16", "null, 651", "true, 292", "t1, 321", "tGröße, 310"})
  void isChosen_knownKeys_areAtTheirPlacesForEver(String key, int thousandths) {
    assertThat(choosing(thousandths).isChosen(value(key))).isFalse();
    assertThat(choosing(thousandths + 1).isChosen(value(key))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "10, 140, 260",
    "500, 9700, 10300",
    "900, 17800, 18200",
    "1000, 20000, 20000"
  })
  void isChosen_manyKeys_choosesAboutTheShare(int thousandths, long least, long most) {
    assertThat(LongStream.range(0, KEYS).filter(key -> isChosen(key, thousandths)).count())
        .isBetween(least, most);
  }

  @Test
  void isChosen_smallerShare_choosesSomeOfTheSameKeys() {
    assertThat(LongStream.range(0, KEYS).filter(key -> isChosen(key, 300)))
        .isNotEmpty()
        .allMatch(key -> isChosen(key, 301))
        .allMatch(key -> isChosen(key, 900));
  }

  private static boolean isChosen(long key, int thousandths) {
    return choosing(thousandths).isChosen(Decimal.of(key));
  }

  private static Sampling choosing(int thousandths) {
    return Sampling.of(Decimal.of(thousandths, 3));
  }

  private static Value value(String key) {
    return switch (key) {
      case "null" -> Null.NULL;
      case "true" -> Bool.TRUE;
      default -> key.startsWith("t") ? Text.of(key.substring(1)) : Decimal.of(Long.parseLong(key));
    };
  }
}
