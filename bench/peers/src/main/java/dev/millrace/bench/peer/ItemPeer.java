package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.BrandTotal;
import dev.millrace.bench.evaluator.BrandTotals;
import dev.millrace.bench.evaluator.Chain;
import dev.millrace.bench.evaluator.CheapNumbers;
import dev.millrace.bench.evaluator.CheapRules;
import dev.millrace.bench.evaluator.DistinctSkus;
import dev.millrace.bench.evaluator.EvaluatorJob;
import dev.millrace.bench.evaluator.EvaluatorJobs;
import dev.millrace.bench.evaluator.HeavyHash;
import dev.millrace.bench.evaluator.ItemSteps;
import dev.millrace.bench.evaluator.Product;
import dev.millrace.bench.evaluator.ProductSort;
import dev.millrace.bench.evaluator.TextRules;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// A peer that is given its rows one by one: each step is an operator of the library.
interface ItemPeer extends Peer {
  /// A map, a filter and another map.
  <R, S, O> Iterable<O> each(ItemSteps<R, S, O> steps, List<R> rows);

  /// The first product of each article number, of those that [DistinctSkus#isWanted] keeps.
  Iterable<Product> firstOfEachSku(List<Product> rows);

  /// Count and sum for each brand, in the order of their first products.
  Iterable<BrandTotal> totals(List<Product> rows);

  /// The products in an order; equal ones keep theirs.
  Iterable<Product> sorted(List<Product> rows, Comparator<Product> order);

  /// The rows, as the library holds them.
  default <R> List<R> held(List<R> rows) {
    return rows;
  }

  @Override
  default PeerRun prepare(EvaluatorJobs job, int items) {
    return switch (job.job()) {
      case CheapNumbers numbers -> run(numbers, items, rows -> each(numbers, rows));
      case TextRules rules -> run(rules, items, rows -> each(rules, rows));
      case CheapRules rules -> run(rules, items, rows -> each(rules, rows));
      case DistinctSkus distinct -> run(distinct, items, this::firstOfEachSku);
      case BrandTotals totals -> run(totals, items, this::totals);
      case ProductSort sort -> run(sort, items, rows -> sorted(rows, sort.order()));
      case HeavyHash _, Chain _ -> throw new IllegalArgumentException(job + " is not for peers");
    };
  }

  private <R, O> PeerRun run(
      EvaluatorJob<R, O> job, int items, Function<List<R>, Iterable<O>> work) {
    return PeerRun.of(held(job.table().rows(items)), work, job::answer);
  }
}
