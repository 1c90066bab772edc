package dev.millrace.plan;

import java.util.List;

/// A list of actions is not a plan for a schema. The message has a line for each problem: the path
/// to its place, and what is wrong there.
public final class PlanException extends RuntimeException {
  private final List<String> problems;

  /// An exception for at least one problem.
  public PlanException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /// The problems, in the order of the plan.
  public List<String> problems() {
    return problems;
  }
}
