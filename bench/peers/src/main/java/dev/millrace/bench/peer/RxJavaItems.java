package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.BrandTotal;
import dev.millrace.bench.evaluator.DistinctSkus;
import dev.millrace.bench.evaluator.ItemSteps;
import dev.millrace.bench.evaluator.Product;
import dev.millrace.bench.evaluator.RunningTotals;
import io.reactivex.rxjava3.core.Flowable;
import java.util.Comparator;
import java.util.List;

/// RxJava by item: a `Flowable` on the caller's thread, since the rails of a parallel one lose the
/// order.
final class RxJavaItems implements ItemPeer {
  @Override
  public <R, S, O> Iterable<O> each(ItemSteps<R, S, O> steps, List<R> rows) {
    return Flowable.fromIterable(rows)
        .map(steps::before)
        .filter(steps::keep)
        .map(steps::after)
        .toList()
        .blockingGet();
  }

  @Override
  public Iterable<Product> firstOfEachSku(List<Product> rows) {
    return Flowable.fromIterable(rows)
        .filter(DistinctSkus::isWanted)
        .distinct(Product::sku)
        .toList()
        .blockingGet();
  }

  @Override
  public Iterable<BrandTotal> totals(List<Product> rows) {
    return Flowable.fromIterable(rows)
        .collect(RunningTotals::new, RunningTotals::add)
        .blockingGet()
        .totals();
  }

  @Override
  public Iterable<Product> sorted(List<Product> rows, Comparator<Product> order) {
    return Flowable.fromIterable(rows).toSortedList(order).blockingGet();
  }
}
