package dev.millrace.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.expression.CalendarPart;
import dev.millrace.value.Decimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2026-11-22",
    "' 0001-01-01 ', 0001-01-01",
    "9999-12-31, 9999-12-31",
    "2026-11-22T13:45, 2026-11-22T13:45:00",
    "2026-11-22T13:45:30.5, 2026-11-22T13:45:30.5",
    "2026-11-22T00:30:00+01:00, 2026-11-21T23:30:00Z",
    "2026-11-22T13:45:30Z, 2026-11-22T13:45:30Z"
  })
  void parse_iso_givesCanonicalText(String text, String canonical) {
    assertThat(Dates.parse(text)).isEqualTo(canonical);
    assertThat(Dates.parse(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-02-30",
        "2025-02-29",
        "2026-1-1",
        "0000-01-01",
        "-0001-01-01",
        "+10000-01-01",
        "0001-01-01T00:00:00+01:00",
        "2026-11-22 13:45",
        "2026-11-22T24:00",
        "2026-11-22T",
        "2026-11-22+01:00",
        "now"
      })
  void parse_otherTexts_fails(String text) {
    assertThatThrownBy(() -> Dates.parse(text))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("'" + text + "' is not a date, such as 2026-11-22");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "dd/MM/yyyy          | 22/11/2026               | 2026-11-22",
        "dd/MM/yy            | 01/02/03                 | 2003-02-01",
        "d MMM yyyy          | 3 SEP 2026               | 2026-09-03",
        "EEEE, d MMMM uuuu   | sunday, 22 november 2026 | 2026-11-22",
        "yyyyMMdd            | 20240229                 | 2024-02-29",
        "yyyy-DDD            | 2024-366                 | 2024-12-31",
        "yyyy-MM-dd[ HH:mm]  | 2026-11-22               | 2026-11-22",
        "yyyy-MM-dd[ HH:mm]  | 2026-11-22 07:05         | 2026-11-22T07:05:00",
        "yyyy-MM-dd hh:mm a  | 2026-11-22 12:00 am      | 2026-11-22T00:00:00",
        "'on' d.M.yyyy       | on 1.2.2026              | 2026-02-01",
        "yyyy-MM-dd HH:mm X  | 2026-11-22 01:00 +05     | 2026-11-21T20:00:00Z"
      })
  void parse_pattern_givesIso(String pattern, String text, String iso) {
    DatePattern compiled = DatePattern.of(pattern);
    compiled.checkReadable();
    assertThat(Dates.parse(text, compiled)).isEqualTo(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy, 30/02/2026",
    "dd/MM/yyyy, 1/2/2026",
    "EEE d MMM yyyy, Mon 22 Nov 2026",
    "yyyy-MM-dd, 0000-01-01",
    "d MMM yyyy, 22 novembre 2026"
  })
  void parse_textUnlikeThePattern_fails(String pattern, String text) {
    assertThatThrownBy(() -> Dates.parse(text, DatePattern.of(pattern)))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("'" + text + "' is not a date written as '" + pattern + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "YYYY-MM-dd       | letter 'Y' is none of yuMLdDQEahHmsSXx; put words in quotes",
        "yyyy-MM-dd VV    | letter 'V' is none of yuMLdDQEahHmsSXx; put words in quotes",
        "'no letter'      | it has no letter of yuMLdDQEahHmsSXx",
        "yyyy-MM-dd 'x    | Pattern ends with an incomplete string literal: yyyy-MM-dd 'x",
        "MM/yyyy          | it does not tell year, month and day",
        "HH:mm            | it does not tell year, month and day",
        "dd.MM.yyyy hh:mm | it does not tell the hour of the day: H, or h with a",
        "dd.MM.yyyy mm    | it does not tell the hour of the day: H, or h with a"
      })
  void of_patternThatReadsNoDate_isRefused(String pattern, String reason) {
    assertThatThrownBy(() -> DatePattern.of(pattern).checkReadable())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2026-11-22           | EEEE d MMMM yyyy | Sunday 22 November 2026",
        "2026-05-03           | EEE d MMM yy     | Sun 3 May 26",
        "2026-11-22           | yyyy-'Q'Q        | 2026-Q4",
        "2026-11-22T21:05:09  | h:mm:ss a        | 9:05:09 PM",
        "2026-11-22T21:05:09Z | dd/MM HH:mm XXX  | 22/11 21:05 Z",
        "0009-01-01           | yyyy             | 0009"
      })
  void format_date_isWrittenInEnglish(String date, String pattern, String written) {
    assertThat(Dates.format(date, DatePattern.of(pattern))).isEqualTo(written);
  }

  @Test
  void format_partThatTheDateLacks_fails() {
    assertThatThrownBy(() -> Dates.format("2026-11-22T10:00:00", DatePattern.of("HH:mm X")))
        .hasMessage("'2026-11-22T10:00:00' cannot be written as 'HH:mm X'");
  }

  @Test
  void addDays_generatedDates_isUndoneByDaysBetween() {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    LocalDate start = LocalDate.of(1, 1, 1);
    long days = start.until(LocalDate.of(9999, 12, 31), ChronoUnit.DAYS);
    for (int i = 0; i < 1_000; i++) {
      String from = start.plusDays(random.nextLong(days + 1)).toString();
      String to = start.plusDays(random.nextLong(days + 1)).toString();
      assertThat(Dates.addDays(from, Dates.daysBetween(from, to)))
          .as("seed %d", seed)
          .isEqualTo(to);
    }
  }

  @Test
  void addDays_beyondTheYears_fails() {
    assertThatThrownBy(() -> Dates.addDays("9999-12-31", Decimal.ONE))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("'9999-12-31' plus 1 days is no date");
    assertThatThrownBy(() -> Dates.addDays("2026-01-01", Decimal.of(15, 1)))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("wants a whole number, not 1.5");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-30T23:59:58, YEAR, 2024",
    "2024-12-30T23:59:58, QUARTER, 4",
    "2024-12-30T23:59:58, MONTH, 12",
    "2024-12-30T23:59:58, WEEK, 1",
    "2024-12-30T23:59:58, DAY, 30",
    "2024-12-30T23:59:58, WEEKDAY, 1",
    "2024-12-30T23:59:58, DAY_OF_YEAR, 365",
    "2024-12-30T23:59:58, HOUR, 23",
    "2024-12-30T23:59:58, MINUTE, 59",
    "2024-12-30T23:59:58.9, SECOND, 58"
  })
  void part_eachOfThem_isOfTheIsoCalendar(String date, CalendarPart part, int value) {
    assertThat(Dates.part(date, part)).isEqualTo(Decimal.of(value));
  }
}
