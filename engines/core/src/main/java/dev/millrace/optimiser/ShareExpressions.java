package dev.millrace.optimiser;

import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.LogicExpression.And;
import dev.millrace.expression.LogicExpression.Or;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Evaluates once what stands several times in an expression: `concat(lower(a), lower(a))` is `let
/// shared = lower(a) in concat(shared, shared)`.
///
/// Only within parts that are total, since a `let` comes into the path of all that is in it. Only
/// what is evaluated for every item in at least one of its places, so that nothing is evaluated
/// that was not before. What a variable bound further out stands for may be shared, what one bound
/// inside stands for may not; nothing is shared where lists are gone through.
///
/// Work is the square of the size in the worst case, so larger expressions are left alone.
record ShareExpressions() implements ExpressionRewrite {
  private static final String NAME = "shared";
  private static final int LARGEST = 1_000;

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
    return size(whole) > LARGEST ? whole : shared(whole, totality);
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
    var counts = new HashMap<Expression, Integer>();
    Set<Expression> certain = new HashSet<>();
    count(whole, true, Set.of(), counts, certain);
    Expression most = null;
    for (Expression candidate : certain) {
      boolean isShared = counts.getOrDefault(candidate, 0) > 1;
      if (isShared && (most == null || comesBefore(candidate, most))) {
        most = candidate;
      }
    }
    return most;
  }

  /// The order in which parts are shared, larger ones first; never by chance.
  private static boolean comesBefore(Expression candidate, Expression other) {
    int bySize = Integer.compare(size(candidate), size(other));
    return bySize > 0 || (bySize == 0 && candidate.toString().compareTo(other.toString()) < 0);
  }

  /// Counts the places of each part.
  ///
  /// @param isCertain whether the part is evaluated for every item
  /// @param bound the variables that are bound on the way to the part
  private static void count(
      Expression part,
      boolean isCertain,
      Set<String> bound,
      Map<Expression, Integer> counts,
      Set<Expression> certain) {
    if (isWorthIt(part) && isFreeOf(bound, part)) {
      counts.merge(part, 1, Integer::sum);
      if (isCertain) {
        certain.add(part);
      }
    }
    List<Construct.Child> operands = Construct.children(part);
    for (int i = 0; i < operands.size(); i++) {
      boolean alsoCertain = isCertain && (i == 0 || !isLazy(part));
      Set<String> inside =
          part instanceof Let(var name, _, _) && i == 1 ? with(bound, name) : bound;
      count(operands.get(i).expression(), alsoCertain, inside, counts, certain);
    }
  }

  private static Expression replaced(Expression in, Expression most, Variable by) {
    if (in.equals(most)) {
      return by;
    }
    boolean hidesItsVariable = in instanceof Let(var name, _, _) && !isFreeOf(Set.of(name), most);
    if (hidesItsVariable && in instanceof Let(var name, var be, var body)) {
      return new Let(name, replaced(be, most, by), body);
    }
    return Parts.operandsChanged(in, operand -> replaced(operand, most, by));
  }

  /// Whether operands after the first are evaluated only for some items.
  private static boolean isLazy(Expression part) {
    return switch (part) {
      case If _, And _, Or _, Coalesce _ -> true;
      default -> false;
    };
  }

  /// Whether a part costs more than a look at a variable; what compares fields and constants hardly
  /// does.
  private static boolean isWorthIt(Expression part) {
    return part instanceof LogicExpression
        ? Construct.children(part).stream().anyMatch(operand -> isWorthIt(operand.expression()))
        : !Parts.isLeaf(part);
  }

  private static boolean isFreeOf(Set<String> bound, Expression part) {
    if (bound.isEmpty()) {
      return true;
    }
    Set<String> used = new HashSet<>();
    Parts.addVariables(part, used);
    return Collections.disjoint(used, bound);
  }

  private static Set<String> with(Set<String> bound, String name) {
    Set<String> more = new HashSet<>(bound);
    more.add(name);
    return more;
  }

  private static boolean hasList(Expression part) {
    return part instanceof ListExpression
        || Construct.children(part).stream().anyMatch(operand -> hasList(operand.expression()));
  }

  private static int size(Expression part) {
    int size = 1;
    for (Construct.Child operand : Construct.children(part)) {
      size += size(operand.expression());
    }
    return size;
  }
}
