package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/// All products in the order of a field; equal ones keep theirs.
///
/// @param question what the job asks
/// @param field the field
/// @param order its order
/// @param packed the same by sorts of longs
public record ProductSort(
    String question, String field, Comparator<Product> order, UnaryOperator<List<Product>> packed)
    implements EvaluatorJob<Product, Product> {
  /// J5: by price.
  static ProductSort byPrice() {
    return new ProductSort(
        "What does it cost to sort by a number? Prices of 100,000 different values, in no order;"
            + " equal ones keep their order.",
        "price",
        Comparator.comparingLong(Product::cents),
        PackedSorts::byPrice);
  }

  /// J5T: by title.
  static ProductSort byTitle() {
    return new ProductSort(
        "What does it cost to sort by a text? Titles of 48 different first words, hardly two"
            + " equal, in no order.",
        "title",
        Comparator.comparing(Product::title),
        PackedSorts::byTitle);
  }

  @Override
  public Table<Product> table() {
    return new Products();
  }

  @Override
  public List<Action> plan() {
    return Actions.parse("[{\"sort\": [{\"by\": {\"field\": \"" + field + "\"}}]}]");
  }

  @Override
  public double kept(int items) {
    return 1;
  }

  @Override
  public List<Product> hand(List<Product> rows) {
    var out = new ArrayList<>(rows);
    out.sort(order);
    return out;
  }

  @Override
  public TunedLoop<List<Product>, Product> tuned(List<Product> rows) {
    return new TunedLoop<>(() -> packed.apply(rows), given -> given);
  }

  @Override
  public Value[] values(Product given) {
    return Products.values(given, 0);
  }
}
