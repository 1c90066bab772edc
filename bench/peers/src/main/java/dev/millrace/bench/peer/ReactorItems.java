package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.BrandTotal;
import dev.millrace.bench.evaluator.DistinctSkus;
import dev.millrace.bench.evaluator.ItemSteps;
import dev.millrace.bench.evaluator.Product;
import dev.millrace.bench.evaluator.RunningTotals;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;

/// Reactor by item: a `Flux` on the caller's thread, since the rails of a parallel one lose the
/// order.
final class ReactorItems implements ItemPeer {
  @Override
  public <R, S, O> Iterable<O> each(ItemSteps<R, S, O> steps, List<R> rows) {
    return collected(
        Flux.fromIterable(rows).map(steps::before).filter(steps::keep).map(steps::after));
  }

  @Override
  public Iterable<Product> firstOfEachSku(List<Product> rows) {
    return collected(Flux.fromIterable(rows).filter(DistinctSkus::isWanted).distinct(Product::sku));
  }

  @Override
  public Iterable<BrandTotal> totals(List<Product> rows) {
    return Objects.requireNonNull(
            Flux.fromIterable(rows).collect(RunningTotals::new, RunningTotals::add).block())
        .totals();
  }

  @Override
  public Iterable<Product> sorted(List<Product> rows, Comparator<Product> order) {
    return Objects.requireNonNull(Flux.fromIterable(rows).collectSortedList(order).block());
  }

  private static <T> List<T> collected(Flux<T> flux) {
    return Objects.requireNonNull(flux.collectList().block());
  }
}
