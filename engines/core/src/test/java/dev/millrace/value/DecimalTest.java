package dev.millrace.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.generate.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  @Test
  void arithmetic_generatedNumbers_equalsBigDecimal() {
    long seed = System.nanoTime();
    var values = new Values(new SplittableRandom(seed));
    for (int i = 0; i < 20_000; i++) {
      Decimal a = values.number();
      Decimal b = values.number();
      BigDecimal x = a.toBigDecimal();
      BigDecimal y = b.toBigDecimal();
      String where = a + " and " + b + ", seed " + seed;
      assertSame(a.plus(b), x.add(y), where);
      assertSame(a.minus(b), x.subtract(y), where);
      assertSame(a.times(b), x.multiply(y), where);
      assertSame(a.negate(), x.negate(), where);
      assertSame(a.absolute(), x.abs(), where);
      assertSame(a.round(1, RoundingMode.HALF_EVEN), x.setScale(1, RoundingMode.HALF_EVEN), where);
      assertThat(a.compareTo(b)).as(where).isEqualTo(x.compareTo(y));
      assertThat(a.signum()).as(where).isEqualTo(x.signum());
      if (y.signum() != 0) {
        assertSame(a.remainder(b), x.remainder(y), where);
        assertSame(a.divide(b, 3, RoundingMode.UP), x.divide(y, 3, RoundingMode.UP), where);
      }
    }
  }

  private static void assertSame(Decimal actual, BigDecimal expected, String where) {
    assertThat(actual).as(where).isEqualTo(Decimal.of(expected));
    assertThat(actual).as(where).hasSameHashCodeAs(Decimal.of(expected));
    assertThat(actual.toBigDecimal()).as(where).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "12.50, 12.5",
    "-0.0, 0",
    "1e3, 1000",
    "00012, 12",
    "9223372036854775808, 9223372036854775808",
    "0.0000000000000000001, 0.0000000000000000001",
    "-9223372036854775808, -9223372036854775808",
    "-9.223372036854775808, -9.223372036854775808",
    "0.000000000000000001, 0.000000000000000001",
    "-0.05, -0.05",
    "-1.05, -1.05",
    "0.10, 0.1",
    "10.01, 10.01"
  })
  void toString_parsed_isCanonical(String text, String canonical) {
    assertThat(Decimal.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1e999999999", "1e-999999999", "--1", "1.2.3", "NaN", "0x10"})
  void parse_notANumber_givesNothing(String text) {
    assertThat(Decimal.parse(text)).isNull();
  }

  @Test
  void arithmetic_beyondTheRange_throws() {
    Decimal huge = Decimal.of(BigDecimal.TEN.pow(999));
    assertThatThrownBy(() -> huge.times(huge)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Decimal.ONE.divide(Decimal.ZERO, 2, RoundingMode.UP))
        .hasMessage("division by zero");
    assertThatThrownBy(() -> Decimal.ONE.remainder(Decimal.ZERO)).hasMessage("division by zero");
  }
}
