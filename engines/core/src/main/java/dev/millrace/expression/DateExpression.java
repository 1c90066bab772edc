package dev.millrace.expression;

import org.jspecify.annotations.Nullable;

/// Expressions over dates. None knows what time it is now.
///
/// A date is a text in ISO 8601, since there is no kind of value for it: `2026-11-22`, a date with
/// a time `2026-11-22T13:45:00`, or a moment `2026-11-22T12:45:00Z`, always in UTC. Years are 0001
/// to 9999, so texts of one form are in the order of time. A text that is none of these is an item
/// error.
///
/// Patterns are those of `java.time.format.DateTimeFormatter`, names in English, without the
/// letters whose meaning changes with a region or with the time zones that a Java release knows.
public sealed interface DateExpression extends Expression {
  /// The date that a text writes. A date that is not in the calendar, such as 30 February, is an
  /// item error. A time with an offset is turned into UTC.
  ///
  /// @param text the text
  /// @param pattern how it is written, such as `dd/MM/yyyy`; as ISO 8601 when absent
  record ParseDate(Expression text, @Nullable String pattern) implements DateExpression {}

  /// A date written by a pattern. A pattern that asks for what the date does not have, such as the
  /// hour of `2026-11-22`, is an item error.
  ///
  /// @param date the date
  /// @param pattern how it is written, such as `d MMM yyyy`
  record FormatDate(Expression date, String pattern) implements DateExpression {}

  /// The date some days later, at the same time of day.
  ///
  /// @param date the date
  /// @param days how many days, a whole number; earlier when negative
  record AddDays(Expression date, Expression days) implements DateExpression {}

  /// How many days a date is after another, negative when it is before. Times of day do not count:
  /// midnight lies between 23:59 and 00:01, so they are a day apart.
  ///
  /// @param from the date that is counted from
  /// @param to the date that is counted to
  record DaysBetween(Expression from, Expression to) implements DateExpression {}

  /// A part of a date, as a number. A part that the date does not have is an item error.
  ///
  /// @param date the date
  /// @param part which part
  record DatePart(Expression date, CalendarPart part) implements DateExpression {}
}
