package dev.millrace.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/// How dates are written: a pattern of [DateTimeFormatter], compiled. Immutable.
///
/// Names are English. Letters whose meaning depends on a region (weeks) or on the time zones that a
/// Java release knows are refused, so that a pattern means the same everywhere.
public final class DatePattern {
  private static final String LETTERS = "yuMLdDQEahHmsSXx";
  private static final String TIME_LETTERS = "ahHmsS";
  private static final OffsetDateTime SAMPLE =
      OffsetDateTime.of(2026, 11, 22, 21, 45, 30, 0, ZoneOffset.UTC);

  private final String pattern;
  private final DateTimeFormatter formatter;

  private DatePattern(String pattern) {
    this.pattern = pattern;
    this.formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            .parseDefaulting(ChronoField.ERA, 1)
            .toFormatter(Locale.ENGLISH)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);
  }

  /// The pattern of a text.
  ///
  /// @throws IllegalArgumentException if it is malformed, empty, or has a letter that is refused
  public static DatePattern of(String pattern) {
    String letters = letters(pattern);
    letters
        .chars()
        .filter(letter -> LETTERS.indexOf(letter) < 0)
        .findFirst()
        .ifPresent(letter -> {
          throw new IllegalArgumentException(
              "letter '" + (char) letter + "' is none of " + LETTERS + "; put words in quotes");
        });
    if (letters.isEmpty()) {
      throw new IllegalArgumentException("it has no letter of " + LETTERS);
    }
    return new DatePattern(pattern);
  }

  /// Checks that what the pattern writes can be read back: it tells the whole date and, if it tells
  /// any of the time, the hour of the day.
  ///
  /// @throws IllegalArgumentException if it does not
  public void checkReadable() {
    boolean timed = letters(pattern).chars().anyMatch(letter -> TIME_LETTERS.indexOf(letter) >= 0);
    try {
      TemporalAccessor back = parse(formatter.format(SAMPLE));
      boolean complete = !timed || back.isSupported(ChronoField.HOUR_OF_DAY);
      if (complete && LocalDate.from(back).equals(SAMPLE.toLocalDate())) {
        return;
      }
    } catch (DateTimeException incomplete) {
      throw new IllegalArgumentException("it does not tell year, month and day", incomplete);
    }
    throw new IllegalArgumentException("it does not tell the hour of the day: H, or h with a");
  }

  /// The date that a text writes.
  ///
  /// @return an `OffsetDateTime`, a `LocalDateTime`, or a `LocalDate`: the first that it has all of
  /// @throws DateTimeException if it is not written so, or is not in the calendar
  TemporalAccessor parse(String text) {
    return formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
  }

  /// A date in writing.
  ///
  /// @throws DateTimeException if the pattern asks for what the date does not have
  String format(TemporalAccessor date) {
    return formatter.format(date);
  }

  /// The letters of a pattern that are not quoted.
  private static String letters(String pattern) {
    return pattern.replaceAll("'[^']*'", "").replaceAll("[^a-zA-Z]", "");
  }

  @Override
  public String toString() {
    return pattern;
  }
}
