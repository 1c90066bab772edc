package dev.millrace.io.cli;

import dev.millrace.optimiser.ShortForm;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.scheduler.ComposedEngine;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an engine makes of a plan, for people.
final class Explanation {
  private static final String INDENT = "  ";

  private final PrintWriter out;
  private final @Nullable Evaluator evaluator;

  private Explanation(PrintWriter out, @Nullable Evaluator evaluator) {
    this.out = out;
    this.evaluator = evaluator;
  }

  /// Prints the plan as it will run, how items go through each action, and what was changed in the
  /// plan that was written.
  static void print(Chosen engine, Plan plan, PrintWriter out) {
    out.println("engine " + engine.label() + " runs:");
    if (engine.engine() instanceof ComposedEngine(var evaluator, _, _)) {
      new Explanation(out, evaluator).steps(evaluator.prepared(plan).steps(), INDENT);
      changes(evaluator.changes(plan), out);
    } else {
      new Explanation(out, null).steps(plan.steps(), INDENT);
    }
    out.flush();
  }

  private static void changes(List<String> changes, PrintWriter out) {
    out.println(changes.isEmpty() ? "nothing was changed" : "changed:");
    changes.forEach(change -> out.println(INDENT + change));
  }

  private void steps(List<Step> steps, String indent) {
    for (Step step : steps) {
      out.println(indent + step.path() + " " + ShortForm.of(step));
      if (evaluator != null) {
        evaluator.explained(step).forEach(line -> out.println(indent + INDENT + line));
      }
      step.branches().forEach(branch -> steps(branch, indent + INDENT));
    }
  }
}
