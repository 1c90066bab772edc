package dev.millrace.evaluator.vectorised;

import dev.millrace.evaluator.compiled.CompiledEvaluator;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.expression.BasicExpression;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.expression.LogicExpression.And;
import dev.millrace.expression.LogicExpression.Or;
import dev.millrace.plan.Step;
import java.util.List;
import java.util.stream.Stream;

/// How an expression may be evaluated for a batch. Which of these an evaluator takes depends on the
/// expression and the columns; here each is made to happen for all of them.
enum ExpressionWay {
  /// As the vectorised evaluator would: by a loop, or as that falls back.
  LOOP((expression, step) -> kernels(step).of(expression)),
  /// Its operands are columns, its values come from a closure.
  VALUE_BY_VALUE((expression, step) -> kernels(step).applied(expression, PerValue.of(expression))),
  /// A closure, operands and all.
  WHOLE_ITEM((expression, step) -> new WholeItem(expression, step.before())),
  /// The fused evaluator's stage, as after an error in the batch.
  ITEM_BY_ITEM((_, step) ->
      made(
          List.of(new ItemByItem(new FusedEvaluator().items(List.of(step)), step.after().size())),
          step)),
  /// Generated code, or what that leaves the batch to.
  BYTECODE((_, step) -> made(new CompiledEvaluator().batchSteps(List.of(step)), step));

  private final Maker maker;

  ExpressionWay(Maker maker) {
    this.maker = maker;
  }

  @FunctionalInterface
  private interface Maker {
    Kernel of(Expression expression, Step step);
  }

  /// The ways of a kind of expressions. Value by value go only those all of whose operands are
  /// evaluated before they are.
  static Stream<ExpressionWay> of(Class<?> kind) {
    boolean isStrict =
        Stream.of(BasicExpression.class, ListExpression.class, And.class, Or.class)
            .noneMatch(lazy -> lazy.isAssignableFrom(kind));
    return Stream.of(values()).filter(way -> isStrict || way != VALUE_BY_VALUE);
  }

  /// The kernel of an expression.
  ///
  /// @param step sets the field [Subject#MADE] to the expression
  Kernel kernel(Expression expression, Step step) {
    return maker.of(expression, step);
  }

  /// Whether a batch may be left to single items although none has an error: code reads its
  /// operands as what they have to be before it knows that one of them is null.
  boolean mayLeaveTheBatch() {
    return this == BYTECODE;
  }

  private static Kernels kernels(Step step) {
    return new Kernels(step.before(), List.of());
  }

  private static Kernel made(List<BatchStep> steps, Step step) {
    int made = step.after().indexOf(Subject.MADE);
    return batch -> BatchSteps.all(steps, batch, new Counts()).column(made);
  }
}
