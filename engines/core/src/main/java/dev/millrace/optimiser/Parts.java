package dev.millrace.optimiser;

import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The parts of expressions: what they are and what becomes of the whole when they change. A part
/// that does not change is the very object it was, and so is a whole of such parts.
final class Parts {
  private Parts() {}

  /// An expression of which every part was changed, those inside first.
  ///
  /// An object that stands in several places is changed once, so that it still is one object: an
  /// error names the first place of the object that failed.
  static Expression changed(Expression whole, UnaryOperator<Expression> change) {
    return changed(whole, change, new IdentityHashMap<>());
  }

  private static Expression changed(
      Expression part, UnaryOperator<Expression> change, Map<Expression, Expression> known) {
    Expression before = known.get(part);
    if (before != null) {
      return before;
    }
    Expression made =
        change.apply(operandsChanged(part, operand -> changed(operand, change, known)));
    known.put(part, made);
    return made;
  }

  /// An expression with other operands.
  static Expression operandsChanged(Expression expression, UnaryOperator<Expression> change) {
    List<Construct.Child> operands = Construct.children(expression);
    var changed = new ArrayList<Expression>(operands.size());
    boolean same = true;
    for (Construct.Child operand : operands) {
      Expression made = change.apply(operand.expression());
      same &= isSame(made, operand.expression());
      changed.add(made);
    }
    if (same) {
      return expression;
    }
    Iterator<Expression> next = changed.iterator();
    return Construct.rebuilt(expression, _ -> next.next());
  }

  /// An expression with others for some of the fields it reads.
  static Expression fieldsReplaced(Expression whole, Map<String, Expression> by) {
    return changed(
        whole, part -> part instanceof Field(var name) ? by.getOrDefault(name, part) : part);
  }

  /// An expression with another for a variable that is bound outside of it.
  static Expression variableReplaced(Expression in, String name, Expression by) {
    return switch (in) {
      case Variable(var own) when own.equals(name) -> by;
      case Let(var own, var be, var body) when own.equals(name) -> {
        Expression changed = variableReplaced(be, name, by);
        yield isSame(changed, be) ? in : new Let(own, changed, body);
      }
      case ListExpression list when list.variable().equals(name) ->
          operandsChanged(
              in,
              operand ->
                  isSame(operand, list.list()) ? variableReplaced(operand, name, by) : operand);
      default -> operandsChanged(in, operand -> variableReplaced(operand, name, by));
    };
  }

  /// Adds the names of the fields that an expression reads.
  static void addFields(Expression expression, Set<String> names) {
    if (expression instanceof Field(var name)) {
      names.add(name);
    }
    Construct.children(expression).forEach(operand -> addFields(operand.expression(), names));
  }

  /// Adds the names of the variables that an expression uses, bound inside it or not.
  static void addVariables(Expression expression, Set<String> names) {
    switch (expression) {
      case Variable(var name) -> names.add(name);
      case Let(var name, _, _) -> names.add(name);
      case ListExpression list -> names.add(list.variable());
      default -> {}
    }
    Construct.children(expression).forEach(operand -> addVariables(operand.expression(), names));
  }

  /// Whether an expression is a field, variable or constant: it cannot fail and costs nothing.
  static boolean isLeaf(Expression expression) {
    return expression instanceof Field
        || expression instanceof Literal
        || expression instanceof Variable;
  }

  /// Whether all operands from the first that changed on are total, so that they may come, go and
  /// change places.
  static boolean mayMove(List<Expression> before, List<Expression> after, Totality totality) {
    int same = 0;
    while (same < Math.min(before.size(), after.size())
        && isSame(before.get(same), after.get(same))) {
      same++;
    }
    return totality.areTotal(before.subList(same, before.size()));
  }

  /// Whether two expressions are the very same object: equal ones stand in different places.
  @SuppressWarnings("ReferenceEquality") // what changed is asked, not what is equal
  static boolean isSame(Expression one, Expression other) {
    return one == other;
  }
}
