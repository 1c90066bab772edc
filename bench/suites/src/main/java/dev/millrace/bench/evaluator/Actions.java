package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.io.plan.PlanFile;
import java.util.List;

/// Actions as they stand in a plan file.
final class Actions {
  private Actions() {}

  /// The actions of a JSON array.
  static List<Action> parse(String array) {
    return PlanFile.parse("{\"actions\": " + array + "}", "job").actions();
  }
}
