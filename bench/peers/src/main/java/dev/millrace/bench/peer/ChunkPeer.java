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
import dev.millrace.bench.evaluator.Product;
import dev.millrace.bench.evaluator.ProductSort;
import dev.millrace.bench.evaluator.RunningTotals;
import dev.millrace.bench.evaluator.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A peer that is given its rows in chunks: the library says which thread does which chunk, and the
/// work on a chunk is a loop written by hand.
///
/// Keys and totals of chunks are brought together by one thread. A sort has a chunk for each
/// thread, and merges what they give by the sort of a list, which looks for runs.
interface ChunkPeer extends Peer {
  /// How many rows a chunk has.
  int CHUNK = 1_000;

  /// The most chunks that are done at the same time.
  int parallelism();

  /// What some work makes of chunks, in their order.
  <C, D> List<D> ordered(List<C> chunks, Function<C, D> work);

  @Override
  default PeerRun prepare(EvaluatorJobs job, int items) {
    return switch (job.job()) {
      case CheapNumbers numbers -> run(numbers, items, rows -> each(numbers, rows));
      case TextRules rules -> run(rules, items, rows -> each(rules, rows));
      case CheapRules rules -> run(rules, items, rows -> each(rules, rows));
      case DistinctSkus distinct -> run(distinct, items, rows -> again(distinct, rows, CHUNK));
      case BrandTotals totals -> run(totals, items, this::totals);
      case ProductSort sort -> run(sort, items, rows -> again(sort, rows, share(rows)));
      case HeavyHash _, Chain _ -> throw new IllegalArgumentException(job + " is not for peers");
    };
  }

  private <R, O> PeerRun run(
      EvaluatorJob<R, O> job, int items, Function<List<R>, Iterable<O>> work) {
    return PeerRun.of(job.table().rows(items), work, job::answer);
  }

  private <R, O> Iterable<O> each(EvaluatorJob<R, O> job, List<R> rows) {
    return new Chunked<>(ordered(Chunked.of(rows, CHUNK).chunks(), job::hand));
  }

  /// The job on each chunk, then on all that these gave.
  private <R> List<R> again(EvaluatorJob<R, R> job, List<R> rows, int size) {
    var all = new ArrayList<R>();
    ordered(Chunked.of(rows, size).chunks(), job::hand).forEach(all::addAll);
    return job.hand(all);
  }

  private int share(List<?> rows) {
    return Math.max(1, Math.ceilDiv(rows.size(), parallelism()));
  }

  private List<BrandTotal> totals(List<Product> rows) {
    var all = new RunningTotals();
    ordered(Chunked.of(rows, CHUNK).chunks(), ChunkPeer::totalsOf).forEach(all::addAll);
    return all.totals();
  }

  private static RunningTotals totalsOf(List<Product> chunk) {
    var totals = new RunningTotals();
    chunk.forEach(totals::add);
    return totals;
  }
}
