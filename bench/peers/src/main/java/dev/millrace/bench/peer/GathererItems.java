package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.CheapNumbers;
import dev.millrace.bench.evaluator.CheapRules;
import dev.millrace.bench.evaluator.EvaluatorJob;
import dev.millrace.bench.evaluator.EvaluatorJobs;
import dev.millrace.bench.evaluator.ItemSteps;
import dev.millrace.bench.evaluator.TextRules;
import java.util.List;
import java.util.stream.Gatherers;

/// `Gatherers.mapConcurrent` by item: a virtual thread for each. It is meant for work that waits;
/// here it shows what is lost by it on work that does not.
///
/// @param parallelism the most items that are worked on at the same time
record GathererItems(int parallelism) implements Peer {
  @Override
  public PeerRun prepare(EvaluatorJobs job, int items) {
    return switch (job.job()) {
      case CheapNumbers numbers -> run(numbers, numbers, items);
      case TextRules rules -> run(rules, rules, items);
      case CheapRules rules -> run(rules, rules, items);
      default -> throw new IllegalArgumentException(job + " is not on each item alone");
    };
  }

  private <R, S, O> PeerRun run(EvaluatorJob<R, O> job, ItemSteps<R, S, O> steps, int items) {
    return PeerRun.of(job.table().rows(items), rows -> each(steps, rows), job::answer);
  }

  private <R, S, O> List<O> each(ItemSteps<R, S, O> steps, List<R> rows) {
    return rows.stream()
        .gather(Gatherers.mapConcurrent(parallelism, row -> step(steps, row)))
        .<O>mapMulti((out, next) -> out.forEach(next))
        .toList();
  }

  /// What comes of one row: nothing or one.
  private static <R, S, O> List<O> step(ItemSteps<R, S, O> steps, R row) {
    S changed = steps.before(row);
    return steps.keep(changed) ? List.of(steps.after(changed)) : List.of();
  }
}
