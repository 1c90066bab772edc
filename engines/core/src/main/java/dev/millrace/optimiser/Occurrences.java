package dev.millrace.optimiser;

import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.LogicExpression.And;
import dev.millrace.expression.LogicExpression.Or;
import dev.millrace.plan.Step;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How often each part stands in an expression or in those of an action, if it costs more than a
/// look at a variable and uses no variable that is bound on the way to it.
///
/// Work is the sum of the depths of all parts, the square of the size for a long chain of
/// functions; where it is large, there are no parts.
///
/// @param counts the places of each part
/// @param certain the parts that are evaluated for every item in at least one of their places
record Occurrences(Map<Expression, Integer> counts, Set<Expression> certain) {
  /// No parts.
  static final Occurrences NONE = new Occurrences(Map.of(), Set.of());

  private static final long MOST_WORK = 5_000;

  /// The parts of an expression.
  static Occurrences of(Expression whole) {
    return of(List.of(whole), true);
  }

  /// The parts of the expressions of an action.
  static Occurrences of(Step step) {
    return of(StepExpressions.of(step), !(step.action() instanceof FillMissing));
  }

  private static Occurrences of(List<Expression> wholes, boolean isCertain) {
    var occurrences = new Occurrences(new HashMap<>(), new HashSet<>());
    if (wholes.stream().mapToLong(whole -> work(whole, 1)).sum() <= MOST_WORK) {
      wholes.forEach(whole -> occurrences.add(whole, isCertain, Set.of()));
    }
    return occurrences;
  }

  /// How often a part stands there.
  int count(Expression part) {
    return counts.getOrDefault(part, 0);
  }

  /// The order in which parts are shared, larger ones first; never by chance.
  static boolean comesBefore(Expression part, Expression other) {
    int bySize = Integer.compare(size(part), size(other));
    return bySize > 0 || (bySize == 0 && part.toString().compareTo(other.toString()) < 0);
  }

  /// Whether a part uses none of some variables.
  static boolean isFreeOf(Set<String> variables, Expression part) {
    if (variables.isEmpty()) {
      return true;
    }
    Set<String> used = new HashSet<>();
    Parts.addVariables(part, used);
    return Collections.disjoint(used, variables);
  }

  /// Counts a part and those inside it.
  ///
  /// @param isCertain whether the part is evaluated for every item
  /// @param bound the variables that are bound on the way to the part
  private void add(Expression part, boolean isCertain, Set<String> bound) {
    if (isWorthIt(part) && isFreeOf(bound, part)) {
      counts.merge(part, 1, Integer::sum);
      if (isCertain) {
        certain.add(part);
      }
    }
    List<Construct.Child> operands = Construct.children(part);
    for (int i = 0; i < operands.size(); i++) {
      boolean alsoCertain = isCertain && (i == 0 || !isLazy(part));
      add(operands.get(i).expression(), alsoCertain, i == 0 ? bound : inside(part, bound));
    }
  }

  /// The variables that are bound on the way to the operands after the first.
  private static Set<String> inside(Expression part, Set<String> bound) {
    return switch (part) {
      case Let(var name, _, _) -> with(bound, name);
      case ListExpression list -> with(bound, list.variable());
      default -> bound;
    };
  }

  private static Set<String> with(Set<String> bound, String name) {
    Set<String> more = new HashSet<>(bound);
    more.add(name);
    return more;
  }

  /// Whether operands after the first are evaluated only for some items.
  private static boolean isLazy(Expression part) {
    return switch (part) {
      case If _, And _, Or _, Coalesce _, ListExpression _ -> true;
      default -> false;
    };
  }

  /// What compares fields and constants costs hardly more than they do.
  private static boolean isWorthIt(Expression part) {
    return part instanceof LogicExpression
        ? Construct.children(part).stream().anyMatch(operand -> isWorthIt(operand.expression()))
        : !Parts.isLeaf(part);
  }

  private static long work(Expression part, int depth) {
    long work = depth;
    for (Construct.Child operand : Construct.children(part)) {
      work += work(operand.expression(), depth + 1);
    }
    return work;
  }

  private static int size(Expression part) {
    int size = 1;
    for (Construct.Child operand : Construct.children(part)) {
      size += size(operand.expression());
    }
    return size;
  }
}
