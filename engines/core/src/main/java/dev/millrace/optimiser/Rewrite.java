package dev.millrace.optimiser;

/// A change of a plan that no result, error or count shows. Immutable.
public sealed interface Rewrite permits ExpressionRewrite, StepRewrite {
  /// What it does, in a few words, such as `fold constants`.
  String title();

  /// What is gained by it, in a sentence.
  String meaning();
}
