package dev.millrace.bench.workload;

/// An engine gave another answer than the reference. The message names engine, job, parallelism and
/// both answers.
public final class WrongAnswerException extends RuntimeException {
  /// An exception for a run.
  ///
  /// @param run which engine, job and parallelism
  public WrongAnswerException(String run, Answer expected, Answer got) {
    super("wrong answer: " + run + ": expected " + expected + ", got " + got);
  }
}
