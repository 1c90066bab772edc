package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// J3: the first product of each article number.
public final class DistinctSkus implements EvaluatorJob<Product, Product> {
  @Override
  public String question() {
    return "What does it cost to keep the first of each key? The filter keeps nine of ten, at"
        + " random; 35 of 100 products are the first of their key.";
  }

  @Override
  public Table<Product> table() {
    return new Products();
  }

  @Override
  public List<Action> plan() {
    return Actions.parse(
        """
        [{"filter": {"at_least": {"field": "stock"}, "limit": 20}},
         {"deduplicate": [{"field": "sku"}], "keep": "first"}]
        """);
  }

  @Override
  public double kept(int items) {
    return 0.34;
  }

  @Override
  public List<Product> hand(List<Product> rows) {
    var seen = new HashSet<String>();
    var out = new ArrayList<Product>();
    for (Product row : rows) {
      if (isWanted(row) && seen.add(row.sku())) {
        out.add(row);
      }
    }
    return out;
  }

  @Override
  public TunedLoop<List<Product>, Product> tuned(List<Product> rows) {
    return new TunedLoop<>(() -> byOpenAddressing(rows), given -> given);
  }

  /// The loop with a table of its own, which keeps hashes beside places and so looks at a text only
  /// where the hashes are equal.
  private static List<Product> byOpenAddressing(List<Product> rows) {
    int mask = Integer.highestOneBit(Math.max(1, rows.size())) * 2 - 1;
    var hashes = new int[mask + 1];
    var keys = new String[mask + 1];
    var out = new ArrayList<Product>();
    for (Product row : rows) {
      if (isWanted(row) && isFirst(row.sku(), hashes, keys)) {
        out.add(row);
      }
    }
    return out;
  }

  private static boolean isFirst(String sku, int[] hashes, String[] keys) {
    int hash = sku.hashCode();
    int mask = hashes.length - 1;
    int place = (hash ^ hash >>> 16) & mask;
    while (keys[place] != null) {
      if (hashes[place] == hash && keys[place].equals(sku)) {
        return false;
      }
      place = place + 1 & mask;
    }
    hashes[place] = hash;
    keys[place] = sku;
    return true;
  }

  /// Whether the filter keeps a product.
  public static boolean isWanted(Product product) {
    return product.stock() >= 20;
  }

  @Override
  public Value[] values(Product given) {
    return Products.values(given, 0);
  }
}
