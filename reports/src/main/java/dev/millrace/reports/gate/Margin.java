package dev.millrace.reports.gate;

import java.util.Locale;
import java.util.regex.Pattern;

/// How much slower still counts as equal. On the log scale the margin is the same both ways: 2 %
/// spans the ratios from 1 / 1.02 to 1.02.
public record Margin(double fraction) {
  private static final Pattern PERCENT = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*%\\s*");

  public Margin {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "a margin is from 0% to below 100%, not " + fraction * 100 + "%");
    }
  }

  /// The margin written as `2%`.
  ///
  /// @throws IllegalArgumentException when it is written otherwise, because a bare 2 or 0.02 could
  ///   mean either
  public static Margin parse(String text) {
    var matcher = PERCENT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a margin is written with a percent sign, as 2%");
    }
    return new Margin(Double.parseDouble(matcher.group(1)) / 100);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %%", percent());
  }

  private String percent() {
    var text = String.format(Locale.ROOT, "%.4f", fraction * 100);
    return text.replaceFirst("\\.?0+$", "");
  }
}
