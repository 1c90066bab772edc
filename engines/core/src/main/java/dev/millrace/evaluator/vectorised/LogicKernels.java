package dev.millrace.evaluator.vectorised;

import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.LogicExpression.And;
import dev.millrace.expression.LogicExpression.AtLeast;
import dev.millrace.expression.LogicExpression.AtMost;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.expression.LogicExpression.Greater;
import dev.millrace.expression.LogicExpression.IsNull;
import dev.millrace.expression.LogicExpression.IsType;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.LogicExpression.Not;
import dev.millrace.expression.LogicExpression.NotEqual;
import dev.millrace.expression.LogicExpression.OneOf;
import dev.millrace.expression.LogicExpression.Or;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Vector;
import java.util.List;

/// Kernels of expressions that give booleans.
///
/// @param kernels makes the kernels of operands
record LogicKernels(Kernels kernels) {
  Kernel of(LogicExpression self) {
    return switch (self) {
      case And(var of) -> new Connective(conditions(of), unfailing(of), true);
      case Or(var of) -> new Connective(conditions(of), unfailing(of), false);
      case Not(var of) -> not(kernels.condition(of));
      case Equal _ -> kernels.applied(self, new Equality(false));
      case NotEqual _ -> kernels.applied(self, new Equality(true));
      case Less _ -> kernels.applied(self, new Order(false, false));
      case AtLeast _ -> kernels.applied(self, new Order(false, true));
      case Greater _ -> kernels.applied(self, new Order(true, false));
      case AtMost _ -> kernels.applied(self, new Order(true, true));
      case IsNull _ -> kernels.applied(self, LogicKernels::isNull);
      case IsType _, OneOf _ -> kernels.applied(self, PerValue.of(self));
    };
  }

  private List<Condition> conditions(List<Expression> of) {
    return of.stream().map(kernels::condition).toList();
  }

  /// Which of some conditions cost next to nothing and have a value for every item, so that they
  /// may be evaluated for items that need not have it.
  private static List<Boolean> unfailing(List<Expression> of) {
    return of.stream().map(LogicKernels::isUnfailing).toList();
  }

  private static boolean isUnfailing(Expression condition) {
    return switch (condition) {
      case Equal(var a, var b) -> isAtHand(a) && isAtHand(b);
      case NotEqual(var a, var b) -> isAtHand(a) && isAtHand(b);
      case Less(var a, var b) -> isAtHand(a) && isAtHand(b);
      case AtMost(var a, var b) -> isAtHand(a) && isAtHand(b);
      case Greater(var a, var b) -> isAtHand(a) && isAtHand(b);
      case AtLeast(var a, var b) -> isAtHand(a) && isAtHand(b);
      case IsNull(var a) -> isAtHand(a);
      case IsType(var a, _) -> isAtHand(a);
      default -> false;
    };
  }

  private static boolean isAtHand(Expression operand) {
    return operand instanceof Field || operand instanceof Literal || operand instanceof Variable;
  }

  private static Kernel not(Condition condition) {
    return batch -> {
      byte[] flags = condition.of(batch);
      var negated = new byte[batch.size()];
      for (int i = 0; i < negated.length; i++) {
        negated[i] = (byte) (~flags[i] & 1);
      }
      return new Flags(negated);
    };
  }

  private static Vector isNull(Vector[] operands, int size) {
    byte[] flags = PresentKernel.isPresent(operands[0], size);
    for (int i = 0; i < size; i++) {
      flags[i] ^= 1;
    }
    return new Flags(flags);
  }
}
