package dev.millrace.scheduler.workor;

/// How the workers of one run share its outer pipeline: the policy by which the pipeline goes from
/// one worker to the next.
///
/// Whatever the policy, the pipeline is stepped by one thread at a time, each step happens-before
/// the next, and each unit is given to one worker.
interface HandOff {
  /// The next step that concerns a worker: work, pending or done.
  ///
  /// @param worker a number that no other worker of the run has at the same time
  WorkOr<Void> next(int worker);
}
