package dev.millrace.optimiser;

import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Evaluates once what stands several times in an expression: `concat(lower(a), lower(a))` is `let
/// shared = lower(a) in concat(shared, shared)`.
///
/// Only within parts that are total, since a `let` comes into the path of all that is in it. Only
/// what is evaluated for every item in at least one of its places, so that nothing is evaluated
/// that was not before. What a variable bound further out stands for may be shared, what one bound
/// inside stands for may not; nothing is shared where lists are gone through.
record ShareExpressions() implements ExpressionRewrite {
  private static final String NAME = "shared";

  @Override
  public String title() {
    return "share expressions";
  }

  @Override
  public String meaning() {
    return "What stands several times in an expression is evaluated once.";
  }

  @Override
  public Expression of(Expression whole, Totality totality) {
    boolean isAnyShared = Occurrences.of(whole).counts().values().stream().anyMatch(n -> n > 1);
    return isAnyShared ? shared(whole, totality) : whole;
  }

  private static Expression shared(Expression part, Totality totality) {
    if (Parts.isLeaf(part)) {
      return part;
    }
    Expression most = totality.isTotal(part) && !hasList(part) ? mostShared(part) : null;
    if (most == null) {
      return Parts.operandsChanged(part, operand -> shared(operand, totality));
    }
    Set<String> taken = new HashSet<>();
    Parts.addVariables(part, taken);
    String name = NAME;
    for (int i = 2; taken.contains(name); i++) {
      name = NAME + i;
    }
    return new Let(name, most, replaced(part, most, new Variable(name)));
  }

  /// The largest part that is worth it, null when none is.
  private static @Nullable Expression mostShared(Expression whole) {
    Occurrences occurrences = Occurrences.of(whole);
    Expression most = null;
    for (Expression part : occurrences.counts().keySet()) {
      if (occurrences.count(part) > 1
          && occurrences.certain().contains(part)
          && (most == null || Occurrences.comesBefore(part, most))) {
        most = part;
      }
    }
    return most;
  }

  private static Expression replaced(Expression in, Expression most, Variable by) {
    if (in.equals(most)) {
      return by;
    }
    if (in instanceof Let(var name, var be, var body)
        && !Occurrences.isFreeOf(Set.of(name), most)) {
      return new Let(name, replaced(be, most, by), body);
    }
    return Parts.operandsChanged(in, operand -> replaced(operand, most, by));
  }

  private static boolean hasList(Expression part) {
    return part instanceof ListExpression
        || Construct.children(part).stream().anyMatch(operand -> hasList(operand.expression()));
  }
}
