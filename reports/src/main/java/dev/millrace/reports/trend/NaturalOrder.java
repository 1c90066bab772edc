package dev.millrace.reports.trend;

import java.util.Comparator;
import java.util.regex.Pattern;

/// The order of names by which people count: `run-9` before `run-10`.
///
/// Digits compare as numbers of any length, all else by code units; names that differ only in
/// leading zeros keep an order, too.
final class NaturalOrder {
  /// The comparator.
  static final Comparator<String> COMPARATOR =
      Comparator.<String, String[]>comparing(NaturalOrder::parts, NaturalOrder::compare)
          .thenComparing(Comparator.naturalOrder());

  private static final Pattern BORDER = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
  private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d)");

  private NaturalOrder() {}

  private static String[] parts(String name) {
    return BORDER.split(name);
  }

  private static int compare(String[] one, String[] other) {
    for (var i = 0; i < Math.min(one.length, other.length); i++) {
      var order = compare(one[i], other[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length, other.length);
  }

  private static int compare(String one, String other) {
    if (!isNumber(one) || !isNumber(other)) {
      return one.compareTo(other);
    }
    var digits = ZEROS.matcher(one).replaceFirst("");
    var others = ZEROS.matcher(other).replaceFirst("");
    var byLength = Integer.compare(digits.length(), others.length());
    return byLength == 0 ? digits.compareTo(others) : byLength;
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }
}
