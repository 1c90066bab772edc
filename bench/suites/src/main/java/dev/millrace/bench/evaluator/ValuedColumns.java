package dev.millrace.bench.evaluator;

import java.util.ArrayList;
import java.util.List;

/// What the rules of [CheapRules] give, as columns: the fields they change, and for all others the
/// place of the product.
final class ValuedColumns {
  private final int[] places;
  private final long[] prices;
  private final long[] stocks;
  private final long[] worths;
  private int count;

  private ValuedColumns(int most) {
    this.places = new int[most];
    this.prices = new long[most];
    this.stocks = new long[most];
    this.worths = new long[most];
  }

  /// The loop over columns, without a branch.
  static ValuedColumns of(long[] prices, long[] stocks) {
    var out = new ValuedColumns(prices.length);
    int kept = 0;
    for (int i = 0; i < prices.length; i++) {
      long cents = prices[i] - (stocks[i] >= 150 ? 150 : 0);
      long stock = stocks[i] + (cents > 50_000 ? 10 : 0);
      out.places[kept] = i;
      out.prices[kept] = cents;
      out.stocks[kept] = stock;
      out.worths[kept] = cents * stock;
      kept += cents >= 10_000 ? 1 : 0;
    }
    out.count = kept;
    return out;
  }

  /// The products with their worth.
  List<Valued> read(List<Product> rows) {
    var read = new ArrayList<Valued>(count);
    for (int i = 0; i < count; i++) {
      Product changed = CheapRules.changed(rows.get(places[i]), prices[i], stocks[i]);
      read.add(new Valued(changed, worths[i]));
    }
    return read;
  }
}
