package dev.millrace.bench.peer;

import dev.millrace.bench.workload.Answer;
import java.util.List;
import java.util.function.Function;

/// A job by a peer, whose rows are loaded.
public interface PeerRun {
  /// One pass over all rows; what comes out is in order, in whatever form users of the library have
  /// it.
  Object run();

  /// One pass, whose answer is read.
  Answer answer();

  /// A job over rows that lie in a list.
  ///
  /// @param work what gives the results, in order
  /// @param answer the answer that such results are
  /// @param <R> the rows
  /// @param <O> the results
  static <R, O> PeerRun of(
      List<R> rows, Function<List<R>, Iterable<O>> work, Function<Iterable<O>, Answer> answer) {
    return new PeerRun() {
      @Override
      public Object run() {
        return work.apply(rows);
      }

      @Override
      public Answer answer() {
        return answer.apply(work.apply(rows));
      }
    };
  }
}
