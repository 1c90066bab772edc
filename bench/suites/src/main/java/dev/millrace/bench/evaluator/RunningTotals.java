package dev.millrace.bench.evaluator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Totals of brands that change as products come, in the order of the brands' first products. For
/// one thread at a time.
public final class RunningTotals {
  private final Map<String, Running> byBrand = new LinkedHashMap<>();

  /// The total of one brand.
  private static final class Running {
    private long count;
    private long cents;

    void add(long products, long sum) {
      count += products;
      cents += sum;
    }
  }

  /// Adds a product.
  public void add(Product product) {
    of(product.brand()).add(1, product.cents());
  }

  /// Adds all totals of products that came after these.
  public void addAll(RunningTotals later) {
    later.byBrand.forEach((brand, running) -> of(brand).add(running.count, running.cents));
  }

  /// The totals so far.
  public List<BrandTotal> totals() {
    var totals = new ArrayList<BrandTotal>(byBrand.size());
    byBrand.forEach(
        (brand, running) -> totals.add(new BrandTotal(brand, running.count, running.cents)));
    return totals;
  }

  private Running of(String brand) {
    return byBrand.computeIfAbsent(brand, _ -> new Running());
  }
}
