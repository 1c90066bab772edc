package dev.millrace.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// An exact decimal number.
///
/// Every result is exact; only [#divide] and [#round] round, by the mode they are given. Equal
/// numbers are the same number: 12.50 is kept as 12.5. A number that fits is a long with a scale of
/// 0 to 18; any other is a `BigDecimal`. Numbers have at most [#MAX_DIGITS] digits on either side
/// of the point; arithmetic that would leave that range throws [ArithmeticException].
public final class Decimal implements Value {
  /// The most digits before the decimal point, and the most behind it.
  public static final int MAX_DIGITS = 1_000;

  /// Zero.
  public static final Decimal ZERO = new Decimal(0, 0, null);

  /// One.
  public static final Decimal ONE = new Decimal(1, 0, null);

  private static final int MAX_COMPACT_SCALE = 18;
  private static final int MAX_TEXT_LENGTH = 2 * MAX_DIGITS + 20;

  private final long unscaled;
  private final int scale;
  private final @Nullable BigDecimal big;

  private Decimal(long unscaled, int scale, @Nullable BigDecimal big) {
    this.unscaled = unscaled;
    this.scale = scale;
    this.big = big;
  }

  /// The number of a long.
  public static Decimal of(long value) {
    return value == 0 ? ZERO : new Decimal(value, 0, null);
  }

  /// The number `unscaled` / 10^`scale`, for a scale of 0 to 18.
  public static Decimal of(long unscaled, int scale) {
    if (scale < 0 || scale > MAX_COMPACT_SCALE) {
      throw new IllegalArgumentException("scale: " + scale);
    }
    while (scale > 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      scale--;
    }
    return unscaled == 0 ? ZERO : new Decimal(unscaled, scale, null);
  }

  /// The number of a `BigDecimal`.
  ///
  /// @throws ArithmeticException if it has more than [#MAX_DIGITS] digits on a side of the point
  public static Decimal of(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.scale() > MAX_DIGITS || stripped.precision() - stripped.scale() > MAX_DIGITS) {
      throw new ArithmeticException("the number has more than " + MAX_DIGITS + " digits");
    }
    BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    boolean compact = plain.scale() <= MAX_COMPACT_SCALE && plain.unscaledValue().bitLength() < 64;
    return compact
        ? of(plain.unscaledValue().longValue(), plain.scale())
        : new Decimal(0, 0, plain);
  }

  /// Reads a number such as `-12.50` or `1e3`.
  ///
  /// @return the number, or null when the text is not one
  public static @Nullable Decimal parse(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      return null;
    }
    try {
      return of(new BigDecimal(text));
    } catch (NumberFormatException | ArithmeticException notANumber) {
      return null;
    }
  }

  /// The exact value as a `BigDecimal`.
  public BigDecimal toBigDecimal() {
    return big != null ? big : BigDecimal.valueOf(unscaled, scale);
  }

  /// Whether this number is a long with a scale of 0 to 18, so that [#unscaled] and [#scale] have
  /// it.
  public boolean isCompact() {
    return big == null;
  }

  /// This number, if it is compact, times 10^`scale()`.
  public long unscaled() {
    return unscaled;
  }

  /// How many decimals this number, if it is compact, has.
  public int scale() {
    return scale;
  }

  /// The sum.
  public Decimal plus(Decimal other) {
    if (big == null && other.big == null && scale == other.scale) {
      long sum = unscaled + other.unscaled;
      boolean overflowed = ((unscaled ^ sum) & (other.unscaled ^ sum)) < 0;
      if (!overflowed) {
        return of(sum, scale);
      }
    }
    return of(toBigDecimal().add(other.toBigDecimal()));
  }

  /// The difference.
  public Decimal minus(Decimal other) {
    return plus(other.negate());
  }

  /// The product.
  public Decimal times(Decimal other) {
    if (big == null && other.big == null && scale + other.scale <= MAX_COMPACT_SCALE) {
      long high = Math.multiplyHigh(unscaled, other.unscaled);
      long low = unscaled * other.unscaled;
      if (high == low >> 63) {
        return of(low, scale + other.scale);
      }
    }
    return of(toBigDecimal().multiply(other.toBigDecimal()));
  }

  /// The quotient, rounded to `places` decimals.
  ///
  /// @throws ArithmeticException if the divisor is zero
  public Decimal divide(Decimal divisor, int places, RoundingMode mode) {
    if (divisor.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    return of(toBigDecimal().divide(divisor.toBigDecimal(), places, mode));
  }

  /// What is left of this number after taking away the divisor as often as it goes; it has this
  /// number's sign.
  ///
  /// @throws ArithmeticException if the divisor is zero
  public Decimal remainder(Decimal divisor) {
    if (divisor.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    return of(toBigDecimal().remainder(divisor.toBigDecimal()));
  }

  /// This number rounded to `places` decimals; a negative count rounds to tens, hundreds, and so
  /// on.
  public Decimal round(int places, RoundingMode mode) {
    boolean unchanged = big == null && scale <= places;
    return unchanged ? this : of(toBigDecimal().setScale(places, mode));
  }

  /// This number with the other sign.
  public Decimal negate() {
    boolean compact = big == null && unscaled != Long.MIN_VALUE;
    return compact ? of(-unscaled, scale) : of(toBigDecimal().negate());
  }

  /// This number without its sign.
  public Decimal absolute() {
    return signum() < 0 ? negate() : this;
  }

  /// -1, 0 or 1 as this number is below, at or above zero.
  public int signum() {
    return big != null ? big.signum() : Long.signum(unscaled);
  }

  /// This number as an int.
  ///
  /// @throws ArithmeticException if it is not a whole number within the range of int
  public int intValueExact() {
    return toBigDecimal().intValueExact();
  }

  @Override
  public int rank() {
    return 2;
  }

  @Override
  public int compareSameKind(Value value) {
    var other = (Decimal) value;
    if (big == null && other.big == null && scale == other.scale) {
      return Long.compare(unscaled, other.unscaled);
    }
    return toBigDecimal().compareTo(other.toBigDecimal());
  }

  @Override
  public boolean equals(@Nullable Object object) {
    if (!(object instanceof Decimal other)) {
      return false;
    }
    return big == null
        ? other.big == null && unscaled == other.unscaled && scale == other.scale
        : big.equals(other.big);
  }

  @Override
  public int hashCode() {
    return big != null ? big.hashCode() : 31 * Long.hashCode(unscaled) + scale;
  }

  /// The number without an exponent, as JSON and CSV write it.
  @Override
  public String toString() {
    if (big != null) {
      return big.toPlainString();
    }
    return scale == 0 ? Long.toString(unscaled) : withPoint();
  }

  private String withPoint() {
    String digits = Long.toString(unscaled);
    int sign = unscaled < 0 ? 1 : 0;
    int whole = digits.length() - sign - scale;
    var out = new StringBuilder(scale + digits.length()).append(digits, 0, sign);
    if (whole > 0) {
      out.append(digits, sign, sign + whole).append('.');
      return out.append(digits, sign + whole, digits.length()).toString();
    }
    return out.append("0.").repeat('0', -whole).append(digits, sign, digits.length()).toString();
  }
}
