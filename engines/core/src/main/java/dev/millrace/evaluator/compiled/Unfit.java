package dev.millrace.evaluator.compiled;

/// Generated code cannot go on with a batch: a number leaves the range of long, a divisor is zero,
/// an item is not valid. Other evaluators find out what is to be said of it.
final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int scale;

  /// Whatever the layout, the batch is beyond the code.
  Unfit() {
    this(0);
  }

  /// A number was met whose scale the code had to guess.
  ///
  /// @param scale the least that the guess should have been
  Unfit(int scale) {
    // Without a stack trace: it is no news where generated code failed.
    super("the batch is beyond generated code", null, false, false);
    this.scale = scale;
  }

  /// The scale that numbers of unknown scale should be given, 0 where that is not the matter.
  int scale() {
    return scale;
  }

  /// Gives up the batch.
  static void fail() {
    throw new Unfit();
  }
}
