package dev.millrace.expression;

/// What [DateExpression.DatePart] takes of a date.
public enum CalendarPart {
  /// The year, 1 to 9999.
  YEAR,
  /// The quarter of the year, 1 to 4.
  QUARTER,
  /// The month of the year, 1 to 12.
  MONTH,
  /// The week of ISO 8601, 1 to 53: it begins on Monday, and week 1 has the year's first Thursday.
  WEEK,
  /// The day of the month, 1 to 31.
  DAY,
  /// The day of the week, 1 for Monday to 7 for Sunday.
  WEEKDAY,
  /// The day of the year, 1 to 366.
  DAY_OF_YEAR,
  /// The hour of the day, 0 to 23; of dates with a time only.
  HOUR,
  /// The minute of the hour, 0 to 59; of dates with a time only.
  MINUTE,
  /// The second of the minute, 0 to 59; of dates with a time only.
  SECOND
}
