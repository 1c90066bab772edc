package dev.millrace.optimiser;

import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.CollectionExpression.ListOf;
import dev.millrace.expression.CollectionExpression.MapOf;
import dev.millrace.expression.ConversionExpression.TypeOf;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.And;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.expression.LogicExpression.IsNull;
import dev.millrace.expression.LogicExpression.IsType;
import dev.millrace.expression.LogicExpression.Not;
import dev.millrace.expression.LogicExpression.NotEqual;
import dev.millrace.expression.LogicExpression.Or;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.value.Bool;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Leaves out what a constant decides: `if(true, a, b)` is `a`, `and(a, false, b)` is `and(a,
/// false)`, `coalesce("", a)` is `""`; and takes double negations away.
///
/// What is never evaluated may go although it could fail. What stays and comes to stand elsewhere
/// must be total, since errors name the place. A constant condition that is neither a boolean nor
/// null is an item error, and stays.
record SimplifyLogic() implements ExpressionRewrite {
  @Override
  public String title() {
    return "simplify logic";
  }

  @Override
  public String meaning() {
    return "What a constant decides is not evaluated.";
  }

  @Override
  public Expression of(Expression whole, Totality totality) {
    return Parts.changed(
        whole,
        part ->
            switch (part) {
              case If choice -> chosen(choice, totality);
              case And(var of) -> connected(part, of, totality, And::new);
              case Or(var of) -> connected(part, of, totality, Or::new);
              case Not(var of) -> negated(part, of, totality);
              case Coalesce coalesce -> present(coalesce, totality);
              default -> part;
            });
  }

  private static Expression chosen(If choice, Totality totality) {
    boolean isTrue = isTrue(choice.condition());
    if (!isTrue && !isFalse(choice.condition())) {
      return choice;
    }
    Expression chosen = isTrue ? choice.then() : choice.otherwise();
    return totality.isTotal(chosen) ? chosen : choice;
  }

  /// The operands of `and` or `or` up to the first that decides, without those that decide nothing.
  private static Expression connected(
      Expression self,
      List<Expression> of,
      Totality totality,
      Function<List<Expression>, Expression> connective) {
    boolean isAnd = self instanceof And;
    Predicate<Expression> decides = isAnd ? SimplifyLogic::isFalse : SimplifyLogic::isTrue;
    Predicate<Expression> decidesNothing = isAnd ? SimplifyLogic::isTrue : SimplifyLogic::isFalse;
    int deciding = first(of, decides);
    List<Expression> needed = deciding < 0 ? of : of.subList(0, deciding + 1);
    if (deciding >= 0 && needed.stream().allMatch(totality::isTotalCondition)) {
      return new Literal(Bool.of(!isAnd));
    }
    List<Expression> kept = needed.stream().filter(decidesNothing.negate()).toList();
    if (kept.size() == 1 && isBoolean(kept.getFirst()) && totality.isTotal(kept.getFirst())) {
      return kept.getFirst();
    }
    List<Expression> made = Parts.mayMove(needed, kept, totality) ? kept : needed;
    return made.size() == of.size() ? self : connective.apply(made);
  }

  private static int first(List<Expression> of, Predicate<Expression> wanted) {
    for (int i = 0; i < of.size(); i++) {
      if (wanted.test(of.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Expression negated(Expression self, Expression of, Totality totality) {
    if (!totality.isTotal(of)) {
      return self;
    }
    return switch (of) {
      case Not(var inner) when isBoolean(inner) -> inner;
      case Equal(var left, var to) -> new NotEqual(left, to);
      case NotEqual(var left, var to) -> new Equal(left, to);
      default -> self;
    };
  }

  private static Expression present(Coalesce self, Totality totality) {
    List<Expression> of = self.of();
    int present = first(of, SimplifyLogic::isNeverNull);
    List<Expression> needed = present < 0 ? of : of.subList(0, present + 1);
    var kept = new ArrayList<>(needed);
    kept.removeIf(part -> part instanceof Literal(Value value) && value.isNull());
    if (kept.isEmpty()) {
      kept.add(needed.getFirst());
    }
    List<Expression> made = Parts.mayMove(needed, kept, totality) ? kept : needed;
    if (made.size() == 1 && totality.isTotal(made.getFirst())) {
      return made.getFirst();
    }
    return made.size() == of.size() ? self : new Coalesce(List.copyOf(made));
  }

  private static boolean isTrue(Expression part) {
    return part instanceof Literal(var value) && value.equals(Bool.TRUE);
  }

  private static boolean isFalse(Expression part) {
    return part instanceof Literal(var value) && (value.isNull() || value.equals(Bool.FALSE));
  }

  /// Whether an expression, if it has a value, is true or false and never null.
  private static boolean isBoolean(Expression expression) {
    return switch (expression) {
      case And _, Or _, Not _, Equal _, NotEqual _, IsNull _, IsType _ -> true;
      case Literal(var value) -> value instanceof Bool;
      default -> false;
    };
  }

  private static boolean isNeverNull(Expression expression) {
    return switch (expression) {
      case Literal(var value) -> !value.isNull();
      case Concat _, TypeOf _, ListOf _, MapOf _ -> true;
      default -> isBoolean(expression);
    };
  }
}
