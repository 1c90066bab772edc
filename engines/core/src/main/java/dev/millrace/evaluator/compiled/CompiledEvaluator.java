package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.vectorised.BatchStep;
import dev.millrace.evaluator.vectorised.OnBatches;
import dev.millrace.evaluator.vectorised.VectorisedEvaluator;
import dev.millrace.expression.Expression;
import dev.millrace.optimiser.ShortForm;
import dev.millrace.optimiser.StepExpressions;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Bytecode made for the plan: each item goes through a stretch of actions in one method, its
/// values in typed local variables.
///
/// It works on batches of columns, as the vectorised evaluator does, and leaves to that what has no
/// code: actions other than those that set, fill, remove, keep, rename, filter, validate or choose
/// between such, and batches with numbers beyond long. A batch with an error in it goes to the
/// fused evaluator, which knows what to say.
///
/// After T. Neumann, "Efficiently compiling efficient query plans for modern hardware" (PVLDB 4.9,
/// 2011).
///
/// @param vectorised does what has no code
public record CompiledEvaluator(VectorisedEvaluator vectorised) implements OnBatches {
  /// An evaluator.
  public CompiledEvaluator() {
    this(new VectorisedEvaluator());
  }

  /// Whether an expression has code of its own; else only its operands have, and the rest of it is
  /// evaluated as the fused evaluator does.
  public static boolean isCompiled(Expression expression) {
    return Terms.areCompiled(expression);
  }

  /// Whether a step has code of its own; else it is the vectorised evaluator's.
  public static boolean isCompiled(Step step) {
    return Statements.areMadeOf(step);
  }

  @Override
  public List<String> explained(Step step) {
    List<Expression> expressions = StepExpressions.of(step);
    if (!isCompiled(step) || expressions.isEmpty()) {
      return vectorised.explained(step);
    }
    var lines = new ArrayList<>(List.of("in bytecode"));
    expressions.forEach(expression -> explain(expression, lines));
    return List.copyOf(lines);
  }

  private static void explain(Expression expression, List<String> lines) {
    if (!isCompiled(expression)) {
      lines.add("by closure: " + ShortForm.of(expression));
    }
    Terms.operands(expression).forEach(operand -> explain(operand, lines));
  }

  @Override
  public List<BatchStep> batchSteps(List<Step> steps) {
    return batchSteps(steps, stretch -> stretch);
  }

  /// The batch steps of some steps: stretches with code, which is made when they are first used,
  /// and others.
  ///
  /// @param form what becomes of a stretch with code
  public static List<BatchStep> batchSteps(
      List<Step> steps, Function<CompiledStep, BatchStep> form) {
    var all = new ArrayList<BatchStep>();
    var stretch = new Stretch(form);
    steps.forEach(step -> stretch.add(step, all));
    stretch.end(all);
    return all;
  }
}
