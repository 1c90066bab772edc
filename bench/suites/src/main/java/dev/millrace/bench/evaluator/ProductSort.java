package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// J5: all products by their price.
public final class SortByPrice implements EvaluatorJob<Product, Product> {
  private static final int PLACE_BITS = 31;

  @Override
  public String question() {
    return "What does it cost to sort by a number? Prices of 100,000 different values, in no order;"
        + " equal ones keep their order.";
  }

  @Override
  public Table<Product> table() {
    return new Products();
  }

  @Override
  public List<Action> plan() {
    return Actions.parse("[{\"sort\": [{\"by\": {\"field\": \"price\"}}]}]");
  }

  @Override
  public double kept(int items) {
    return 1;
  }

  @Override
  public List<Product> hand(List<Product> rows) {
    var out = new ArrayList<>(rows);
    out.sort(order());
    return out;
  }

  /// The order of the products.
  public static Comparator<Product> order() {
    return Comparator.comparingLong(Product::cents);
  }

  @Override
  public TunedLoop<List<Product>, Product> tuned(List<Product> rows) {
    return new TunedLoop<>(() -> byPackedLongs(rows), given -> given);
  }

  /// A sort of longs: the price, and behind it the place of the product.
  private static List<Product> byPackedLongs(List<Product> rows) {
    var packed = new long[rows.size()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = rows.get(i).cents() << PLACE_BITS | i;
    }
    Arrays.sort(packed);
    var out = new ArrayList<Product>(packed.length);
    for (long each : packed) {
      out.add(rows.get((int) (each & Integer.MAX_VALUE)));
    }
    return out;
  }

  @Override
  public Value[] values(Product given) {
    return Products.values(given, 0);
  }
}
