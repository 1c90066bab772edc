package dev.millrace.evaluator.compiled;

/// Generated code cannot go on with a batch: a number leaves the range of long, a divisor is zero,
/// an item is not valid. Other evaluators find out what is to be said of it.
final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Without a stack trace: it is no news where generated code failed.
  Unfit() {
    super("the batch is beyond generated code", null, false, false);
  }

  /// Gives up the batch.
  static void fail() {
    throw new Unfit();
  }
}
