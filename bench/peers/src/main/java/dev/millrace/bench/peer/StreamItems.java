package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.BrandTotal;
import dev.millrace.bench.evaluator.DistinctSkus;
import dev.millrace.bench.evaluator.ItemSteps;
import dev.millrace.bench.evaluator.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `java.util.stream`, sequential or parallel. The parallel one runs in the common pool, whose size
/// is the JVM's.
///
/// @param isParallel whether streams are parallel
record StreamItems(boolean isParallel) implements ItemPeer {
  private <T> Stream<T> stream(List<T> rows) {
    return isParallel ? rows.parallelStream() : rows.stream();
  }

  @Override
  public <R, S, O> Iterable<O> each(ItemSteps<R, S, O> steps, List<R> rows) {
    return stream(rows).map(steps::before).filter(steps::keep).map(steps::after).toList();
  }

  @Override
  public Iterable<Product> firstOfEachSku(List<Product> rows) {
    return stream(rows)
        .filter(DistinctSkus::isWanted)
        .collect(
            Collectors.toMap(
                Product::sku, Function.identity(), (first, _) -> first, LinkedHashMap::new))
        .values();
  }

  @Override
  public Iterable<BrandTotal> totals(List<Product> rows) {
    Map<String, LongSummaryStatistics> byBrand =
        stream(rows)
            .collect(
                Collectors.groupingBy(
                    Product::brand,
                    LinkedHashMap::new,
                    Collectors.summarizingLong(Product::cents)));
    var totals = new ArrayList<BrandTotal>(byBrand.size());
    byBrand.forEach(
        (brand, cents) -> totals.add(new BrandTotal(brand, cents.getCount(), cents.getSum())));
    return totals;
  }

  @Override
  public Iterable<Product> sorted(List<Product> rows, Comparator<Product> order) {
    return stream(rows).sorted(order).toList();
  }
}
