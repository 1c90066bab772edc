package dev.millrace.function;

import dev.millrace.expression.CalendarPart;
import dev.millrace.value.Decimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import java.util.Locale;

/// Functions of dates that are written as texts in ISO 8601: a date, a date with a time, or a
/// moment in UTC; years 0001 to 9999.
public final class Dates {
  private static final int LAST_YEAR = 9_999;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Dates() {}

  /// The date that a text writes in ISO 8601.
  public static String parse(String text) {
    return write(read(Texts.trim(text)));
  }

  /// The date that a text writes by a pattern.
  public static String parse(String text, DatePattern pattern) {
    try {
      return write(normal(pattern.parse(Texts.trim(text))));
    } catch (DateTimeException malformed) {
      throw new EvaluationException(
          "'" + Require.shown(text) + "' is not a date written as '" + pattern + "'");
    }
  }

  /// The date written by a pattern.
  public static String format(String date, DatePattern pattern) {
    try {
      return pattern.format(read(date));
    } catch (DateTimeException lacking) {
      throw new EvaluationException("'" + date + "' cannot be written as '" + pattern + "'");
    }
  }

  /// The date some days later.
  public static String addDays(String date, Decimal days) {
    int count = Require.index(days);
    try {
      return write(read(date).plus(count, ChronoUnit.DAYS));
    } catch (DateTimeException beyond) {
      throw new EvaluationException("'" + date + "' plus " + count + " days is no date");
    }
  }

  /// How many days a date is after another, times of day left out.
  public static Decimal daysBetween(String from, String to) {
    long start = day(from);
    return Decimal.of(day(to) - start);
  }

  private static long day(String date) {
    return read(date).getLong(ChronoField.EPOCH_DAY);
  }

  /// A part of a date.
  public static Decimal part(String date, CalendarPart part) {
    Temporal temporal = read(date);
    TemporalField field = field(part);
    if (!temporal.isSupported(field)) {
      String name = part.name().toLowerCase(Locale.ROOT);
      throw new EvaluationException("'" + date + "' has no " + name);
    }
    return Decimal.of(temporal.get(field));
  }

  private static TemporalField field(CalendarPart part) {
    return switch (part) {
      case YEAR -> ChronoField.YEAR;
      case QUARTER -> IsoFields.QUARTER_OF_YEAR;
      case MONTH -> ChronoField.MONTH_OF_YEAR;
      case WEEK -> IsoFields.WEEK_OF_WEEK_BASED_YEAR;
      case DAY -> ChronoField.DAY_OF_MONTH;
      case WEEKDAY -> ChronoField.DAY_OF_WEEK;
      case DAY_OF_YEAR -> ChronoField.DAY_OF_YEAR;
      case HOUR -> ChronoField.HOUR_OF_DAY;
      case MINUTE -> ChronoField.MINUTE_OF_HOUR;
      case SECOND -> ChronoField.SECOND_OF_MINUTE;
    };
  }

  private static Temporal read(String text) {
    try {
      return normal(
          ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException malformed) {
      throw new EvaluationException(
          "'" + Require.shown(text) + "' is not a date, such as 2026-11-22");
    }
  }

  /// A date of the years that are allowed, in UTC if it has an offset.
  private static Temporal normal(TemporalAccessor parsed) {
    return switch (parsed) {
      case OffsetDateTime moment -> inRange(moment.withOffsetSameInstant(ZoneOffset.UTC));
      case LocalDateTime local -> inRange(local);
      default -> inRange(LocalDate.from(parsed));
    };
  }

  private static Temporal inRange(Temporal date) {
    int year = date.get(ChronoField.YEAR);
    if (year < 1 || year > LAST_YEAR) {
      throw new DateTimeException("year " + year);
    }
    return date;
  }

  private static String write(Temporal date) {
    return switch (inRange(date)) {
      case LocalDate day -> DateTimeFormatter.ISO_LOCAL_DATE.format(day);
      case LocalDateTime local -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local);
      case Temporal moment -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    };
  }
}
