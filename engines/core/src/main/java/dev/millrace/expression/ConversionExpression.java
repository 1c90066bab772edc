package dev.millrace.expression;

import org.jspecify.annotations.Nullable;

/// Expressions that turn a value of one kind into another.
public sealed interface ConversionExpression extends Expression {
  /// The number that a text writes; white space around it, spaces and the other sign of `.` and `,`
  /// between groups of three digits are passed over. A text that is no number is an item error.
  ///
  /// @param text the text, such as `1 299,50`
  /// @param decimal the decimal sign, `.` or `,`; `.` when absent
  record ParseNumber(Expression text, @Nullable String decimal) implements ConversionExpression {}

  /// A number written with a fixed count of decimals, rounded half up.
  ///
  /// @param number the number
  /// @param scale how many decimals are written
  /// @param decimal the decimal sign, `.` or `,`; `.` when absent
  record FormatNumber(Expression number, int scale, @Nullable String decimal)
      implements ConversionExpression {}

  /// A number written by a pattern of `java.text.DecimalFormat`, such as `#,##0.00`, rounded half
  /// up. A negative number that rounds to zero is written without a sign.
  ///
  /// @param number the number
  /// @param pattern how it is written; the currency sign is refused
  /// @param decimal the decimal sign, `.` or `,`, when absent `.`; the other one groups digits
  record FormatByPattern(Expression number, String pattern, @Nullable String decimal)
      implements ConversionExpression {}

  /// The boolean that a text writes: true, yes, y, 1, or false, no, n, 0, in any case. Any other
  /// text is an item error.
  ///
  /// @param text the text
  record ParseBoolean(Expression text) implements ConversionExpression {}

  /// A value written as a text; lists and maps as JSON.
  ///
  /// @param value the value
  record ToText(Expression value) implements ConversionExpression {}

  /// The name of a value's kind: `null`, `boolean`, `number`, `text`, `list` or `map`; never null
  /// itself.
  ///
  /// @param value the value
  record TypeOf(Expression value) implements ConversionExpression {}

  /// The hash of a value written as a text, in lower-case hexadecimal.
  ///
  /// @param value the value
  /// @param algorithm how it is hashed, SHA-256 when absent
  record Hash(Expression value, @Nullable HashAlgorithm algorithm)
      implements ConversionExpression {}
}
