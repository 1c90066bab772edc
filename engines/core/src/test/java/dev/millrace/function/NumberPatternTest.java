package dev.millrace.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.value.Decimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#,##0.00  | 1234567.005                        | 1,234,567.01",
        "#,##0.00  | 12345678901234567890123456789.125  | 12,345,678,901,234,567,890,123,456,789.13",
        "0.00      | -0.005                             | -0.01",
        "0.00      | -0.004                             | 0.00",
        "0.##%     | 0.12345                            | 12.35%",
        "0%        | -0.001                             | 0%",
        "0;(0)     | -12                                | (12)",
        "0;(0)     | -0.4                               | 0",
        "00000     | 42                                 | 00042",
        "#.##      | 0.5                                | 0.5",
        "0.##      | 7                                  | 7",
        "0.0 'kg'  | 1.25                               | 1.3 kg",
        "0.##E0    | -0.0001234                         | -1.23E-4"
      })
  void format_number_isExactAndRoundedHalfUp(String pattern, String number, String written) {
    assertThat(NumberPattern.of(pattern, null).format(number(number))).isEqualTo(written);
  }

  @Test
  void format_decimalComma_groupsByPoints() {
    assertThat(NumberPattern.of("#,##0.00", ",").format(number("1234.5"))).isEqualTo("1.234,50");
    assertThat(NumberPattern.of("#,##0.00", ".").format(number("1234.5"))).isEqualTo("1,234.50");
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    "¤0.00, it has a currency sign",
    "0.0.0, 'Multiple decimal separators in pattern \"0.0.0\"'",
  })
  void of_badPattern_isRefused(String pattern, String reason) {
    assertThatThrownBy(() -> NumberPattern.of(pattern, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  private static Decimal number(String text) {
    return Objects.requireNonNull(Decimal.parse(text));
  }
}
