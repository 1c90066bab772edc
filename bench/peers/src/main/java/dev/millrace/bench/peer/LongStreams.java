package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.CheapNumbers;
import dev.millrace.bench.evaluator.EvaluatorJobs;
import dev.millrace.bench.workload.Answer;
import java.util.Arrays;
import java.util.stream.LongStream;

/// `java.util.stream.LongStream` over an array, parallel or sequential: what is left of streams
/// where there are no objects.
///
/// @param isParallel whether streams are parallel
record LongStreams(boolean isParallel) implements Peer {
  @Override
  public PeerRun prepare(EvaluatorJobs job, int items) {
    if (!(job.job() instanceof CheapNumbers numbers)) {
      throw new IllegalArgumentException(job + " is not on numbers alone");
    }
    long[] rows = numbers.table().rows(items).stream().mapToLong(Long::longValue).toArray();
    return new PeerRun() {
      @Override
      public long[] run() {
        LongStream all = isParallel ? Arrays.stream(rows).parallel() : Arrays.stream(rows);
        return all.map(x -> x * 3 + 7).filter(x -> x % 2 == 0).map(x -> (x - 1) * 5).toArray();
      }

      @Override
      public Answer answer() {
        return numbers.answer(Arrays.stream(run()).boxed().toList());
      }
    };
  }
}
