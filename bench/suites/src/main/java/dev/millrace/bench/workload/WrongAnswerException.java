package dev.millrace.bench.workload;

/// What is measured gave another answer than the reference. The message names what it was and both
/// answers.
public final class WrongAnswerException extends RuntimeException {
  /// An exception with a message in one line.
  public WrongAnswerException(String message) {
    super(message);
  }

  /// An exception for a run.
  ///
  /// @param run which engine, job and parallelism
  public WrongAnswerException(String run, Answer expected, Answer got) {
    super("wrong answer: " + run + ": expected " + expected + ", got " + got);
  }
}
