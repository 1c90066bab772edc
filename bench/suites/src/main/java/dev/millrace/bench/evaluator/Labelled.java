package dev.millrace.bench.evaluator;

import dev.millrace.value.Text;
import dev.millrace.value.Value;

/// A product with a label.
///
/// @param product the product
/// @param label the label
public record Labelled(Product product, String label) {
  /// The values of the item that it is.
  Value[] values() {
    Value[] values = Products.values(product, 1);
    values[values.length - 1] = Text.of(label);
    return values;
  }
}
