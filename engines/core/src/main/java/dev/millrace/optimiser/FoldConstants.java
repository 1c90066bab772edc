package dev.millrace.optimiser;

import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.expression.TextExpression.RegexExtract;
import dev.millrace.expression.TextExpression.RegexMatches;
import dev.millrace.expression.TextExpression.RegexReplace;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Texts;
import dev.millrace.value.Value;

/// Puts the value of an expression whose operands are all constants in its place: `add(1, 2)` is
/// `3`.
///
/// The operands of an expression that failed stay where they are, and so does one that has no
/// value: it fails for every item that reaches it, as before. A value that is long as a text stays
/// an expression, and so does a regular expression, which may take forever: the plan may never come
/// to it.
record FoldConstants() implements ExpressionRewrite {
  private static final int LONGEST = 1_000;
  private static final Item NO_FIELDS = new Item(0);

  @Override
  public String title() {
    return "fold constants";
  }

  @Override
  public String meaning() {
    return "What is the same for every item is evaluated once, before the run.";
  }

  @Override
  public Expression of(Expression whole, Totality totality) {
    return Parts.changed(whole, part -> isConstant(part) ? folded(part) : part);
  }

  private static boolean isConstant(Expression part) {
    boolean isRegex =
        part instanceof RegexReplace
            || part instanceof RegexMatches
            || part instanceof RegexExtract;
    return !Parts.isLeaf(part)
        && !isRegex
        && Construct.children(part).stream()
            .allMatch(operand -> operand.expression() instanceof Literal);
  }

  private static Expression folded(Expression constant) {
    try {
      Value value = RowExpression.of(constant, Schema.EMPTY).begin().of(NO_FIELDS);
      return Texts.toText(value).length() <= LONGEST ? new Literal(value) : constant;
    } catch (EvaluationException failsForEveryItem) {
      return constant;
    }
  }
}
