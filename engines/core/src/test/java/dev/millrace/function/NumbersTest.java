package dev.millrace.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers as texts write them, plain ones and others.
class NumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+7",
        "000012",
        "12.50",
        "-3.05",
        "12.",
        ".5",
        "-.25",
        "123456789012345678",
        "-99999999999999999.9",
        "0.00000000000000001",
        "9223372036854775807",
        "1234567890123456789.5",
        "1e3",
        "-2.5E-2"
      })
  void parse_number_isWhatBigDecimalReads(String text) {
    String readable = text.endsWith(".") ? text + "0" : text;
    assertThat(Numbers.parse(" " + text, null).toBigDecimal())
        .isEqualByComparingTo(new BigDecimal(readable));
    assertThat(Numbers.parse(text.replace('.', ','), ",")).isEqualTo(Numbers.parse(text, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,299.95|1299.95", "1 000|1000", "-1'000'000.5|-1000000.5"})
  void parse_groupedNumber_isWithoutGroups(String text, String number) {
    assertThat(Numbers.parse(text, null)).hasToString(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "-", "+.", "1.2.3", "--1", "1-", "12 EUR", "1,29", "٣"})
  void parse_otherText_isAnError(String text) {
    assertThatThrownBy(() -> Numbers.parse(text, null))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("'" + text + "' is not a number");
  }
}
