package dev.millrace.io.generate;

import java.util.List;

/// Article numbers of 13 digits, the last of which checks the others.
public final class Gtin {
  private static final int DIGITS = 13;
  private static final List<String> PREFIXES = List.of("00", "07", "40", "50", "87");

  private Gtin() {}

  /// The check digit of twelve digits: what their sum, every second digit counted three times,
  /// lacks to the next ten.
  static int checkDigit(CharSequence twelve) {
    int sum = 0;
    for (int i = 0; i < DIGITS - 1; i++) {
      sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return (10 - sum % 10) % 10;
  }

  /// Whether a text has 13 digits, of which the last is right.
  public static boolean isValid(String text) {
    return text.length() == DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && checkDigit(text) == text.charAt(DIGITS - 1) - '0';
  }

  /// A number; nine of ten are valid.
  static String draw(Dice dice) {
    var digits = new StringBuilder(DIGITS).append(dice.one(PREFIXES));
    while (digits.length() < DIGITS - 1) {
      digits.append((char) ('0' + dice.below(10)));
    }
    int error = dice.percent(90) ? 0 : dice.between(1, 9);
    return digits.append((checkDigit(digits) + error) % 10).toString();
  }
}
