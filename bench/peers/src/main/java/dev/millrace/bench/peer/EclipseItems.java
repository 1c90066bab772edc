package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.BrandTotal;
import dev.millrace.bench.evaluator.DistinctSkus;
import dev.millrace.bench.evaluator.ItemSteps;
import dev.millrace.bench.evaluator.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.collections.api.ParallelIterable;
import org.eclipse.collections.impl.list.mutable.FastList;

/// Eclipse Collections: `asParallel` with batches of 1,000, whose results keep the order. The first
/// of each key is looked for by one thread, as its parallel form does not say which it keeps;
/// groups come in no order, and are put into one.
final class EclipseItems implements ItemPeer {
  private static final int BATCH = 1_000;

  private final ExecutorService pool;

  EclipseItems(int parallelism) {
    this.pool = Executors.newFixedThreadPool(parallelism);
  }

  @Override
  public <R> List<R> held(List<R> rows) {
    return FastList.newList(rows);
  }

  private <R> ParallelIterable<R> parallel(List<R> rows) {
    return ((FastList<R>) rows).asParallel(pool, BATCH);
  }

  @Override
  public <R, S, O> Iterable<O> each(ItemSteps<R, S, O> steps, List<R> rows) {
    return parallel(rows).collect(steps::before).select(steps::keep).collect(steps::after).toList();
  }

  @Override
  public Iterable<Product> firstOfEachSku(List<Product> rows) {
    return ((FastList<Product>) rows).select(DistinctSkus::isWanted).distinctBy(Product::sku);
  }

  @Override
  public Iterable<BrandTotal> totals(List<Product> rows) {
    var totals =
        new ArrayList<>(
            parallel(rows)
                .aggregateInPlaceBy(Product::brand, Running::new, Running::add)
                .valuesView()
                .toList());
    totals.sort(Comparator.comparingLong(total -> total.first));
    return totals.stream().map(Running::total).toList();
  }

  /// The total of a brand, and where its first product stands. Products may come in any order, from
  /// several threads.
  private static final class Running {
    private String brand = "";
    private long first = Long.MAX_VALUE;
    private long count;
    private long cents;

    synchronized void add(Product product) {
      brand = product.brand();
      first = Math.min(first, product.id());
      count++;
      cents += product.cents();
    }

    BrandTotal total() {
      return new BrandTotal(brand, count, cents);
    }
  }

  @Override
  public Iterable<Product> sorted(List<Product> rows, Comparator<Product> order) {
    return parallel(rows).toSortedList(order.thenComparingLong(Product::id));
  }

  @Override
  public void close() {
    pool.close();
  }
}
