package dev.millrace.evaluator.fused;

import dev.millrace.value.Decimal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An exact sum of numbers. What is summed on the way may leave the range of numbers; only the
/// total must not, so that the order of adding never shows.
final class ExactSum {
  private Decimal small = Decimal.ZERO;
  private @Nullable BigDecimal beyond;
  private long count;

  /// Adds a number.
  void add(Decimal number) {
    count++;
    if (beyond != null) {
      beyond = beyond.add(number.toBigDecimal());
      return;
    }
    try {
      small = small.plus(number);
    } catch (ArithmeticException outOfRange) {
      beyond = small.toBigDecimal().add(number.toBigDecimal());
    }
  }

  /// Adds all that another sum has.
  void join(ExactSum other) {
    if (beyond == null && other.beyond == null) {
      add(other.small);
      count += other.count - 1;
    } else {
      beyond = exact().add(other.exact());
      count += other.count;
    }
  }

  /// How many numbers were added.
  long count() {
    return count;
  }

  /// The total.
  ///
  /// @throws ArithmeticException if it is beyond the range of numbers
  Decimal total() {
    return Decimal.of(exact());
  }

  private BigDecimal exact() {
    return beyond != null ? beyond : small.toBigDecimal();
  }
}
