package dev.millrace.io.trace;

import dev.millrace.engine.RunResult;
import dev.millrace.trace.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// The trace of a warm run, and what runs like it take at several degrees of parallelism.
///
/// @param subject what was run
/// @param measured what warm runs took, by parallelism
/// @param own what runs of the traced run's parallelism took
/// @param run the traced run
public record TracedRuns(Subject subject, List<Measured> measured, Measured own, TracedRun run) {
  /// A traced run.
  ///
  /// @param trace its units
  /// @param beginNanos when it began
  /// @param wallNanos how long it took
  /// @param result what it gave
  public record TracedRun(Trace trace, long beginNanos, long wallNanos, RunResult result) {
    private static TracedRun of(Subject subject, int parallelism) throws InterruptedException {
      var trace = new Trace();
      long begin = System.nanoTime();
      RunResult result = subject.run(parallelism, trace);
      return new TracedRun(trace, begin, System.nanoTime() - begin, result);
    }
  }

  /// Runs a subject at each degree: to warm up, then timed, and at its own degree then traced, each
  /// time as often. The traced run is the one that took the time nearest to the median of the timed
  /// ones.
  ///
  /// @param parallelism of the traced run
  /// @param degrees other degrees to time; the run's own is one in any case
  /// @param runs how often
  public static TracedRuns of(
      Subject subject, int parallelism, Collection<Integer> degrees, int runs)
      throws InterruptedException {
    var all = new TreeSet<>(degrees);
    all.add(parallelism);
    var measured = new ArrayList<Measured>();
    for (int degree : all) {
      measured.add(Measured.of(subject, degree, runs));
    }
    Measured own = measured.get(all.headSet(parallelism).size());
    return new TracedRuns(subject, measured, own, typical(subject, own));
  }

  private static TracedRun typical(Subject subject, Measured own) throws InterruptedException {
    TracedRun nearest = TracedRun.of(subject, own.parallelism());
    for (int i = 1; i < own.runs(); i++) {
      TracedRun next = TracedRun.of(subject, own.parallelism());
      if (distance(next, own) < distance(nearest, own)) {
        nearest = next;
      }
    }
    return nearest;
  }

  private static long distance(TracedRun run, Measured own) {
    return Math.abs(run.wallNanos() - own.wallNs());
  }
}
