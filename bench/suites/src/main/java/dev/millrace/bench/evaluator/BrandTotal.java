package dev.millrace.bench.evaluator;

import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import dev.millrace.value.Value;

/// How many products a brand has, and the sum of their prices.
///
/// @param brand the brand
/// @param count how many
/// @param cents the sum in hundredths
public record BrandTotal(String brand, long count, long cents) {
  /// The values of the item that it is.
  Value[] values() {
    return new Value[] {Text.of(brand), Decimal.of(count), Decimal.of(cents, 2)};
  }
}
