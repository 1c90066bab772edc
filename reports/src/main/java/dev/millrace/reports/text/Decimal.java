package dev.millrace.reports.text;

import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Doubles as short decimal text, the same in every locale.
public final class Decimal {
  private static final double GREAT = 1e7;
  private static final double SMALL = 1e-4;
  private static final MathContext NAMED = new MathContext(15);

  private Decimal() {}

  /// The number with that many significant digits; an integer part is never cut.
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "-infinite";
    }
    var size = Math.abs(value);
    if (size != 0 && (size >= GREAT || size < SMALL)) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }
    var decimal = new BigDecimal(value);
    var rounded = decimal.round(new MathContext(digits));
    var kept = rounded.scale() < 0 ? decimal.setScale(0, RoundingMode.HALF_EVEN) : rounded;
    return size == 0 ? "0" : kept.toPlainString();
  }

  /// A number that names a place, such as a size: in full, without grouping, but for what rounding
  /// has left beyond fifteen digits.
  public static String plain(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(NAMED).stripTrailingZeros().toPlainString()
        : significant(value, 3);
  }

  /// A mean with as many decimals as its interval has, so that it lies inside; without one, with
  /// that many significant digits.
  public static String mean(double mean, @Nullable Interval interval, int digits) {
    return interval == null ? significant(mean, digits) : bound(mean, interval);
  }

  /// An interval with as many decimals as its width deserves, as `[40.1, 42.3]`.
  public static String interval(Interval interval) {
    return "[" + bound(interval.low(), interval) + ", " + bound(interval.high(), interval) + "]";
  }

  /// A ratio with its interval, as `1.92× [1.85, 1.99]`; without one, the ratio alone.
  public static String ratio(Ratio ratio) {
    var value = fixed(ratio.value(), 2) + "×";
    var interval = ratio.interval();
    return interval == null ? value : value + " " + ratioInterval(interval);
  }

  /// The interval of a ratio, two decimals each.
  public static String ratioInterval(Interval interval) {
    return "[" + fixed(interval.low(), 2) + ", " + fixed(interval.high(), 2) + "]";
  }

  /// A share in whole percent, as `71 %`.
  public static String percent(double share) {
    return Double.isFinite(share)
        ? String.format(Locale.ROOT, "%.0f %%", share * 100).replace('-', '−')
        : "n/a";
  }

  /// The relative change of a ratio, as `+4.1 %`.
  public static String change(double ratio) {
    return Double.isFinite(ratio)
        ? String.format(Locale.ROOT, "%+.1f %%", (ratio - 1) * 100).replace('-', '−')
        : "unbounded";
  }

  /// The number with a fixed count of decimals, more for numbers far below one.
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return significant(value, 3);
    }
    var size = Math.abs(value);
    if (size >= GREAT || (size > 0 && size < 0.1)) {
      return significant(value, decimals);
    }
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String bound(double value, Interval interval) {
    var half = interval.halfWidth();
    if (!(half > 0) || !Double.isFinite(half)) {
      return significant(value, 4);
    }
    var size = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
    if (size >= GREAT || size < SMALL) {
      return significant(value, 3);
    }
    var decimals = Math.clamp((long) Math.ceil(-Math.log10(half)) + 1, 0, 8);
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
