package dev.millrace.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalTest {
  @ParameterizedTest
  @CsvSource({
    "41.2345, 41.2",
    "12345.6, 12346",
    "0.0123456, 0.0123",
    "0, 0",
    "-3.14159, -3.14",
    "1.23456e9, 1.23e+09",
    "1.23456e-9, 1.23e-09",
    "NaN, not a number",
    "Infinity, infinite"
  })
  void significant_number_isShort(double value, String text) {
    assertThat(Decimal.significant(value, 3)).isEqualTo(text);
  }

  @Test
  void interval_decimals_followItsWidth() {
    assertThat(Decimal.interval(new Interval(40.123, 42.345))).isEqualTo("[40.1, 42.3]");
    assertThat(Decimal.interval(new Interval(41.21, 41.22))).isEqualTo("[41.2100, 41.2200]");
    assertThat(Decimal.interval(new Interval(100, 900))).isEqualTo("[100, 900]");
  }

  @Test
  void ratio_withAndWithoutInterval() {
    assertThat(Decimal.ratio(new Ratio(1.923, new Interval(1.851, 1.987))))
        .isEqualTo("1.92× [1.85, 1.99]");
    assertThat(Decimal.ratio(new Ratio(1.923, null))).isEqualTo("1.92×");
  }

  @ParameterizedTest
  @CsvSource({"1.041, +4.1 %", "0.959, −4.1 %", "1, +0.0 %", "Infinity, unbounded"})
  void change_ratio_isPercent(double ratio, String text) {
    assertThat(Decimal.change(ratio)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1000000000, 1000000000", "0.5, 0.5", "1, 1", "16777217, 16777217", "0, 0"})
  void plain_place_isNeverRounded(double value, String text) {
    assertThat(Decimal.plain(value)).isEqualTo(text);
    assertThat(Double.parseDouble(text)).isEqualTo(value);
  }

  @Test
  void mean_withAnInterval_liesInsideItAsWritten() {
    assertThat(Decimal.mean(11.76471, new Interval(11.76468, 11.76474), 3)).isEqualTo("11.764710");
    assertThat(Decimal.mean(110.2, new Interval(109.9, 110.5), 3)).isEqualTo("110.20");
    assertThat(Decimal.mean(110.2, null, 3)).isEqualTo("110");
  }
}
