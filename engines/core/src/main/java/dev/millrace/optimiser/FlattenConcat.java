package dev.millrace.optimiser;

import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.Expression;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.function.Texts;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Makes one concatenation of a concatenation of concatenations, and one constant of those that
/// follow each other: `concat(concat(a, "-"), "x", b)` is `concat(a, "-x", b)`.
///
/// A concatenation is never null and writes its operands as `to_text` does, so the result is the
/// same; one text is built instead of several. Operands that come to stand elsewhere must be total,
/// since errors name the place.
record FlattenConcat() implements ExpressionRewrite {
  @Override
  public String title() {
    return "flatten concat";
  }

  @Override
  public String meaning() {
    return "One text is built, without those it is made of.";
  }

  @Override
  public Expression of(Expression whole, Totality totality) {
    return Parts.changed(
        whole, part -> part instanceof Concat concat ? flattened(concat, totality) : part);
  }

  private static Expression flattened(Concat concat, Totality totality) {
    var flat = new ArrayList<Expression>();
    concat.of().forEach(operand -> add(operand, flat));
    boolean same = flat.size() == concat.of().size() && flat.equals(concat.of());
    return same || !Parts.mayMove(concat.of(), flat, totality)
        ? concat
        : new Concat(List.copyOf(flat));
  }

  private static void add(Expression operand, List<Expression> flat) {
    switch (operand) {
      case Concat(var of) -> of.forEach(inner -> add(inner, flat));
      case ToText(var value) -> add(value, flat);
      case Literal(var value) -> addConstant(operand, value, flat);
      default -> flat.add(operand);
    }
  }

  private static void addConstant(Expression operand, Value value, List<Expression> flat) {
    if (value.isNull() || value.equals(Text.EMPTY)) {
      return;
    }
    if (!flat.isEmpty() && flat.getLast() instanceof Literal(var before)) {
      flat.set(flat.size() - 1, new Literal(Text.of(Texts.toText(before) + Texts.toText(value))));
    } else {
      flat.add(operand);
    }
  }
}
