package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.value.Value;
import java.util.List;

/// J4: count and sum for each of 2,000 brands.
public final class BrandTotals implements EvaluatorJob<Product, BrandTotal> {
  @Override
  public String question() {
    return "What does it cost to group by a repeated text, with an exact sum? 2,000 groups, all as"
        + " large; nothing is filtered.";
  }

  @Override
  public Table<Product> table() {
    return new Products();
  }

  @Override
  public List<Action> plan() {
    return Actions.parse(
        """
        [{"group": ["brand"],
          "into": {"count": {"count": true}, "total": {"sum": {"field": "price"}}}}]
        """);
  }

  @Override
  public double kept(int items) {
    return Products.BRANDS * (1 - Math.pow(1 - 1.0 / Products.BRANDS, items)) / items;
  }

  @Override
  public List<BrandTotal> hand(List<Product> rows) {
    var running = new RunningTotals();
    for (Product row : rows) {
      running.add(row);
    }
    return running.totals();
  }

  @Override
  public TunedLoop<List<BrandTotal>, BrandTotal> tuned(List<Product> rows) {
    CodedBrands coded = CodedBrands.of(rows);
    return new TunedLoop<>(coded::totals, given -> given);
  }

  @Override
  public Value[] values(BrandTotal given) {
    return given.values();
  }
}
