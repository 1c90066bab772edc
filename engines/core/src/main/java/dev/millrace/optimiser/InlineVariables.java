package dev.millrace.optimiser;

import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.Expression;
import java.util.HashSet;
import java.util.Set;

/// Puts a field, a constant or an outer variable in the place of a variable that stands for it:
/// `let x = title in lower(x)` is `lower(title)`.
///
/// A leaf cannot fail and costs nothing, so it may be evaluated any number of times. The `let`
/// itself goes only when its body is total: the places in the body have the `let` in their path. An
/// outer variable stays when anything in the body binds a variable of its name.
record InlineVariables() implements ExpressionRewrite {
  @Override
  public String title() {
    return "inline variables";
  }

  @Override
  public String meaning() {
    return "A variable that stands for a field or a constant is that field or constant.";
  }

  @Override
  public Expression of(Expression whole, Totality totality) {
    return Parts.changed(whole, part -> part instanceof Let let ? inlined(let, totality) : part);
  }

  private static Expression inlined(Let let, Totality totality) {
    if (!Parts.isLeaf(let.be()) || mayBeCaptured(let)) {
      return let;
    }
    Expression in = Parts.variableReplaced(let.in(), let.let(), let.be());
    if (totality.isTotal(in)) {
      return in;
    }
    return Parts.isSame(in, let.in()) ? let : new Let(let.let(), let.be(), in);
  }

  private static boolean mayBeCaptured(Let let) {
    if (!(let.be() instanceof Variable(var name))) {
      return false;
    }
    Set<String> inside = new HashSet<>();
    Parts.addVariables(let.in(), inside);
    return inside.contains(name);
  }
}
