package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Form.Kind;
import dev.millrace.evaluator.compiled.Term.Computed;
import dev.millrace.evaluator.compiled.Term.Test;
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
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.lang.classfile.Opcode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Terms of expressions that give booleans: jumps, where only the way to go is asked for.
///
/// ```
/// and, or    a jump for each operand; those behind the one that decides are jumped over
/// not        the operand's jump, the other way round
/// less, …    numbers: a comparison and a jump; anything else, or numbers with nulls: one call
/// equal      numbers and booleans: a comparison and a jump; anything else: `equals`
/// is_null    a comparison with what stands for null
/// one_of     a look into a set
/// ```
final class LogicTerms {
  private static final int FEW = 16;

  private final Terms terms;

  /// @param terms makes the terms of operands
  LogicTerms(Terms terms) {
    this.terms = terms;
  }

  /// The term of an expression; null when it has none of its own.
  @Nullable Term of(LogicExpression self, List<Term> operands) {
    return switch (self) {
      case And _ -> connected(operands, true);
      case Or _ -> connected(operands, false);
      case Not _ -> not(operands.getFirst());
      case Equal _ -> equal(operands.getFirst(), operands.getLast(), true);
      case NotEqual _ -> equal(operands.getFirst(), operands.getLast(), false);
      case Less _ -> order("less", Opcode.IFLT, Opcode.IFGE, operands);
      case AtMost _ -> order("atMost", Opcode.IFLE, Opcode.IFGT, operands);
      case Greater _ -> order("greater", Opcode.IFGT, Opcode.IFLE, operands);
      case AtLeast _ -> order("atLeast", Opcode.IFGE, Opcode.IFLT, operands);
      case IsNull _ -> isNull(operands.getFirst());
      case OneOf(_, var values) -> oneOf(operands.getFirst(), values);
      case IsType _ -> null;
    };
  }

  private Term connected(List<Term> operands, boolean isAnd) {
    List<Term> few = terms.grouped(operands, FEW, part -> connected(part, isAnd));
    return new Test(
        4,
        few,
        (code, when, target) -> {
          var decided = code.to().newLabel();
          for (Term operand : few) {
            operand.jump(code, !isAnd, when == isAnd ? decided : target);
          }
          if (when == isAnd) {
            code.to().goto_(target);
          }
          code.to().labelBinding(decided);
        });
  }

  private static Term not(Term operand) {
    return new Test(8, List.of(operand), (code, when, target) -> operand.jump(code, !when, target));
  }

  private static Term equal(Term left, Term right, boolean wanted) {
    Kind kind = left.form().kind();
    if (kind != right.form().kind()) {
      return equalObjects(Conversions.boxed(left), Conversions.boxed(right), wanted);
    }
    return switch (kind) {
      case NUMBER -> {
        int scale = Math.max(left.form().scale(), right.form().scale());
        yield equalNumbers(
            Conversions.scaled(left, scale), Conversions.scaled(right, scale), wanted);
      }
      case FLAG -> equalFlags(left, right, wanted);
      case TEXT, VALUE, NOTHING -> equalObjects(left, right, wanted);
    };
  }

  private static Term equalNumbers(Term left, Term right, boolean wanted) {
    return new Test(
        6,
        List.of(left, right),
        (code, when, target) -> {
          left.push(code);
          right.push(code);
          code.to().lcmp();
          code.jumpIf(when != wanted, target);
        });
  }

  private static Term equalFlags(Term left, Term right, boolean wanted) {
    return new Test(
        6,
        List.of(left, right),
        (code, when, target) -> {
          left.push(code);
          right.push(code);
          code.to().ixor();
          code.jumpIf(when != wanted, target);
        });
  }

  private static Term equalObjects(Term left, Term right, boolean wanted) {
    return new Test(
        20,
        List.of(left, right),
        (code, when, target) -> {
          left.push(code);
          right.push(code);
          code.call(Objects.class, "equals", boolean.class, Object.class, Object.class);
          code.jumpIf(when == wanted, target);
        });
  }

  /// @param holds the jump after a comparison of longs that is taken when the order is as asked
  /// @param fails the jump that is taken when it is not
  private static Term order(String method, Opcode holds, Opcode fails, List<Term> operands) {
    Term left = operands.getFirst();
    Term right = operands.getLast();
    if (!Term.areNumbers(operands)) {
      boolean areTexts = left.form().kind() == Kind.TEXT && right.form().kind() == Kind.TEXT;
      return areTexts
          ? orderByCall(method, left, right)
          : orderByCall(method, Conversions.boxed(left), Conversions.boxed(right));
    }
    int scale = Math.max(left.form().scale(), right.form().scale());
    Term first = Conversions.scaled(left, scale);
    Term second = Conversions.scaled(right, scale);
    if (first.form().isNullable() || second.form().isNullable()) {
      return orderByCall(method, first, second);
    }
    return new Test(
        6,
        List.of(first, second),
        (code, when, target) -> {
          first.push(code);
          second.push(code);
          code.to().lcmp().branch(when ? holds : fails, target);
        });
  }

  private static Term orderByCall(String method, Term left, Term right) {
    Class<?> type = left.form().kind().type();
    return new Computed(
        Form.flag(true),
        35,
        List.of(left, right),
        code -> {
          left.push(code);
          right.push(code);
          code.call(Orders.class, method, int.class, type, type);
        });
  }

  private static Term isNull(Term operand) {
    return new Test(
        10,
        List.of(operand),
        (code, when, target) -> {
          operand.push(code);
          code.jumpIfNull(operand.form(), when, target);
        });
  }

  private static Term oneOf(Term operand, List<Value> values) {
    boolean isText = operand.form().kind() == Kind.TEXT;
    Term of = isText ? operand : Conversions.boxed(operand);
    var constant = new Constant(Set.class, isText ? texts(values) : Set.copyOf(values));
    return new Computed(
        Form.flag(true),
        30,
        List.of(of),
        code -> {
          of.push(code);
          code.constant(constant);
          code.call(Orders.class, "isOneOf", int.class, of.form().kind().type(), Set.class);
        });
  }

  /// Whether a value, null like any other, is one of some.
  static Term listed(Term of, List<Value> values, boolean wanted) {
    Term operand = Conversions.boxed(of);
    var constant = new Constant(Set.class, Set.copyOf(values));
    return new Test(
        20,
        List.of(operand),
        (code, when, target) -> {
          code.constant(constant);
          operand.push(code);
          code.to()
              .invokeinterface(
                  Code.desc(Set.class), "contains", Code.type(boolean.class, Object.class));
          code.jumpIf(when == wanted, target);
        });
  }

  private static Set<String> texts(List<Value> values) {
    return values.stream()
        .filter(Text.class::isInstance)
        .map(value -> ((Text) value).value())
        .collect(Collectors.toSet());
  }
}
