package dev.millrace.bench.evaluator;

import dev.millrace.value.Decimal;
import dev.millrace.value.Value;

/// A product with what its stock is worth.
///
/// @param product the product
/// @param worth price times stock, in hundredths
public record Valued(Product product, long worth) {
  /// The values of the item that it is.
  Value[] values() {
    Value[] values = Products.values(product, 1);
    values[values.length - 1] = Decimal.of(worth, 2);
    return values;
  }
}
