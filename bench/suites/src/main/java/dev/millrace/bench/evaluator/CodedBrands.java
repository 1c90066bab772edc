package dev.millrace.bench.evaluator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// The brands of products as the numbers of a dictionary, in the order of their first products, and
/// the prices beside them.
final class CodedBrands {
  private final List<String> brands = new ArrayList<>();
  private final int[] codes;
  private final long[] cents;

  private CodedBrands(int products) {
    this.codes = new int[products];
    this.cents = new long[products];
  }

  static CodedBrands of(List<Product> rows) {
    var coded = new CodedBrands(rows.size());
    var dictionary = new HashMap<String, Integer>();
    for (int i = 0; i < coded.codes.length; i++) {
      Product row = rows.get(i);
      coded.codes[i] = dictionary.computeIfAbsent(row.brand(), coded::added);
      coded.cents[i] = row.cents();
    }
    return coded;
  }

  private int added(String brand) {
    brands.add(brand);
    return brands.size() - 1;
  }

  /// Count and sum for each brand, in two arrays by its number.
  List<BrandTotal> totals() {
    var counts = new int[brands.size()];
    var sums = new long[brands.size()];
    for (int i = 0; i < codes.length; i++) {
      counts[codes[i]]++;
      sums[codes[i]] += cents[i];
    }
    var totals = new ArrayList<BrandTotal>(counts.length);
    for (int i = 0; i < counts.length; i++) {
      totals.add(new BrandTotal(brands.get(i), counts[i], sums[i]));
    }
    return totals;
  }
}
