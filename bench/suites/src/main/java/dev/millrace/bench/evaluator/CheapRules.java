package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;

/// J7: four cheap rules on rows, none of which makes a text.
public final class CheapRules
    implements EvaluatorJob<Product, Valued>, ItemSteps<Product, Product, Valued> {
  @Override
  public String question() {
    return "What does an evaluator cost beside reading and copying rows? The conditions are true"
        + " for a quarter and half, the filter keeps nine of ten, all at random.";
  }

  @Override
  public Table<Product> table() {
    return new Products();
  }

  @Override
  public List<Action> plan() {
    return Actions.parse(
        """
        [{"set": {"price": {
           "if": {"at_least": {"field": "stock"}, "limit": 150},
           "then": {"subtract": {"field": "price"}, "minus": 1.5},
           "else": {"field": "price"}}}},
         {"set": {"stock": {
           "if": {"greater": {"field": "price"}, "than": 500},
           "then": {"add": [{"field": "stock"}, 10]},
           "else": {"field": "stock"}}}},
         {"filter": {"at_least": {"field": "price"}, "limit": 100}},
         {"set": {"worth": {"multiply": [{"field": "price"}, {"field": "stock"}]}}}]
        """);
  }

  @Override
  public double kept(int items) {
    return 0.9;
  }

  @Override
  public List<Valued> hand(List<Product> rows) {
    var out = new ArrayList<Valued>();
    for (Product row : rows) {
      long cents = row.stock() >= 150 ? row.cents() - 150 : row.cents();
      long stock = cents > 50_000 ? row.stock() + 10 : row.stock();
      if (cents >= 10_000) {
        out.add(new Valued(changed(row, cents, stock), cents * stock));
      }
    }
    return out;
  }

  /// A product with another price and another stock.
  static Product changed(Product row, long cents, long stock) {
    return new Product(row.id(), row.title(), row.brand(), row.category(), row.sku(), cents, stock);
  }

  @Override
  public TunedLoop<ValuedColumns, Valued> tuned(List<Product> rows) {
    long[] prices = rows.stream().mapToLong(Product::cents).toArray();
    long[] stocks = rows.stream().mapToLong(Product::stock).toArray();
    return new TunedLoop<>(() -> ValuedColumns.of(prices, stocks), given -> given.read(rows));
  }

  @Override
  public Value[] values(Valued given) {
    return given.values();
  }

  @Override
  public Product before(Product row) {
    long cents = row.stock() >= 150 ? row.cents() - 150 : row.cents();
    long stock = cents > 50_000 ? row.stock() + 10 : row.stock();
    return changed(row, cents, stock);
  }

  @Override
  public boolean keep(Product changed) {
    return changed.cents() >= 10_000;
  }

  @Override
  public Valued after(Product kept) {
    return new Valued(kept, kept.cents() * kept.stock());
  }
}
