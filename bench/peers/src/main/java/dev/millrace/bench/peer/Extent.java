package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.EvaluatorJobs;
import java.util.EnumSet;
import java.util.Set;

/// Which jobs the users of a library would do with it.
enum Extent {
  /// All that are for peers.
  ALL(
      EnumSet.of(
          EvaluatorJobs.J1,
          EvaluatorJobs.J2,
          EvaluatorJobs.J3,
          EvaluatorJobs.J4,
          EvaluatorJobs.J5,
          EvaluatorJobs.J5T,
          EvaluatorJobs.J7)),
  /// All but sorts.
  NO_SORT(
      EnumSet.of(
          EvaluatorJobs.J1,
          EvaluatorJobs.J2,
          EvaluatorJobs.J3,
          EvaluatorJobs.J4,
          EvaluatorJobs.J7)),
  /// Jobs on each item alone.
  EACH_ITEM(EnumSet.of(EvaluatorJobs.J1, EvaluatorJobs.J2, EvaluatorJobs.J7)),
  /// Jobs on numbers alone.
  NUMBERS(EnumSet.of(EvaluatorJobs.J1));

  private final Set<EvaluatorJobs> jobs;

  Extent(Set<EvaluatorJobs> jobs) {
    this.jobs = jobs;
  }

  /// The jobs.
  Set<EvaluatorJobs> jobs() {
    return EnumSet.copyOf(jobs);
  }
}
