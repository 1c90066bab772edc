package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.BrandTotal;
import dev.millrace.bench.evaluator.DistinctSkus;
import dev.millrace.bench.evaluator.ItemSteps;
import dev.millrace.bench.evaluator.Product;
import dev.millrace.bench.evaluator.RunningTotals;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/// Pekko Streams by item: one island, all operators fused into one actor. There is no operator that
/// sorts.
final class PekkoItems implements ItemPeer {
  private final ActorSystem system;

  PekkoItems(int parallelism) {
    this.system = PekkoSystem.start(parallelism);
  }

  @Override
  public <R, S, O> Iterable<O> each(ItemSteps<R, S, O> steps, List<R> rows) {
    return collected(Source.from(rows).map(steps::before).filter(steps::keep).map(steps::after));
  }

  @Override
  public Iterable<Product> firstOfEachSku(List<Product> rows) {
    return collected(
        Source.from(rows)
            .filter(DistinctSkus::isWanted)
            .statefulMapConcat(() -> {
              Set<String> seen = new HashSet<>();
              return product -> seen.add(product.sku()) ? List.of(product) : List.of();
            }));
  }

  @Override
  public Iterable<BrandTotal> totals(List<Product> rows) {
    return Source.from(rows)
        .runFold(
            new RunningTotals(),
            (totals, product) -> {
              totals.add(product);
              return totals;
            },
            system)
        .toCompletableFuture()
        .join()
        .totals();
  }

  @Override
  public Iterable<Product> sorted(List<Product> rows, Comparator<Product> order) {
    throw new IllegalArgumentException("Pekko Streams has no operator that sorts");
  }

  private <T> List<T> collected(Source<T, NotUsed> source) {
    return source.runWith(Sink.seq(), system).toCompletableFuture().join();
  }

  @Override
  public void close() {
    PekkoSystem.stop(system);
  }
}
