package dev.millrace.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.TradeExpression.ConvertCurrency;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"96385074", "73513537", "036000291452", "4006381333931", "10614141000415"})
  void isGtin_validNumbers_areAndNoOtherLastDigitIs(String gtin) {
    assertThat(Trade.isGtin(gtin)).isTrue();
    String body = gtin.substring(0, gtin.length() - 1);
    assertThat(Trade.gtinCheckDigit(body))
        .isEqualTo(Decimal.of(gtin.charAt(gtin.length() - 1) - '0'));
    for (char c = '0'; c <= '9'; c++) {
      assertThat(Trade.isGtin(body + c)).isEqualTo(gtin.equals(body + c));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "9638507",
        "963850740",
        "4006381333931 ",
        "400638133393x",
        "٤٠٠٦٣٨١٣٣٣٩٣١",
        "400638133393١",
        "00000000000000000"
      })
  void isGtin_otherTexts_areNot(String text) {
    assertThat(Trade.isGtin(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456", "12345678", "40063813339310", "40063813339x"})
  void gtinCheckDigit_otherTexts_fails(String text) {
    assertThatThrownBy(() -> Trade.gtinCheckDigit(text))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("'" + text + "' is not 7, 11, 12 or 13 digits");
  }

  @Test
  void convert_amount_isRoundedOnce() {
    assertThat(convert("100", "USD", "EUR", null, null)).isEqualTo(number("92.59"));
    assertThat(convert("1.35", "USD", "EUR", null, null)).isEqualTo(number("1.25"));
    assertThat(convert("0.0054", "USD", "EUR", null, null)).isEqualTo(number("0.01"));
    assertThat(convert("0.0054", "USD", "EUR", 2, RoundingMode.HALF_EVEN)).isEqualTo(Decimal.ZERO);
    assertThat(convert("-1", "EUR", "USD", 1, RoundingMode.UP)).isEqualTo(number("-1.1"));
    assertThat(convert("7", "USD", "USD", null, null)).isEqualTo(number("7"));
  }

  @Test
  void convert_unknownCurrency_fails() {
    assertThatThrownBy(() -> convert("1", "usd", "EUR", null, null))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("there is no rate for 'usd'");
  }

  private static Decimal convert(
      String amount, String from, String to, @Nullable Integer scale, @Nullable RoundingMode mode) {
    var none = new Literal(Null.NULL);
    Map<String, Decimal> rates = Map.of("EUR", Decimal.ONE, "USD", number("1.08"));
    var terms = new ConvertCurrency(none, none, none, rates, scale, mode);
    return Trade.convert(number(amount), from, to, terms);
  }

  private static Decimal number(String text) {
    return Objects.requireNonNull(Decimal.parse(text));
  }
}
