package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Term.Computed;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.NumberExpression.Absolute;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Divide;
import dev.millrace.expression.NumberExpression.Largest;
import dev.millrace.expression.NumberExpression.Multiply;
import dev.millrace.expression.NumberExpression.Negate;
import dev.millrace.expression.NumberExpression.Remainder;
import dev.millrace.expression.NumberExpression.Round;
import dev.millrace.expression.NumberExpression.Smallest;
import dev.millrace.expression.NumberExpression.Subtract;
import dev.millrace.vector.Numbers;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Terms of expressions over numbers: longs whose scales are known.
///
/// ```
/// add, subtract, remainder, smallest, largest   both in the larger scale, then one call
/// multiply                                      the scales add up, then one call
/// divide                                        both moved so that the quotient has the wanted scale
/// round                                         a division by a power of ten
/// absolute, negate                              one instruction or call; null is its own negation
/// ```
///
/// @param assembly the class that they become part of
record NumberTerms(Assembly assembly) {
  /// The term of an expression; null when a result may have more than 18 decimals, or an operand
  /// cannot be held as a long.
  @Nullable Term of(NumberExpression self, List<Term> terms) {
    List<Term> operands = numbers(terms);
    if (operands == null) {
      return null;
    }
    return switch (self) {
      case Add _ -> folded(operands, (a, b) -> aligned("sum", a, b));
      case Subtract _ -> folded(operands, (a, b) -> aligned("difference", a, b));
      case Remainder _ -> folded(operands, (a, b) -> aligned("remainder", a, b));
      case Multiply _ -> product(operands);
      case Divide(_, _, var scale, var mode) ->
          quotient(
              operands,
              Objects.requireNonNullElse(scale, dev.millrace.function.Numbers.DEFAULT_SCALE),
              Objects.requireNonNullElse(mode, RoundingMode.HALF_EVEN));
      case Round(_, var scale, var mode) ->
          rounded(
              operands.getFirst(),
              Objects.requireNonNullElse(scale, 0),
              Objects.requireNonNullElse(mode, RoundingMode.HALF_UP));
      case Absolute _ -> absolute(operands.getFirst());
      case Negate _ -> negated(operands.getFirst());
      case Smallest _ -> folded(operands, (a, b) -> extreme("smallest", a, b));
      case Largest _ -> folded(operands, (a, b) -> extreme("largest", a, b));
    };
  }

  private @Nullable List<Term> numbers(List<Term> terms) {
    var numbers = new ArrayList<Term>();
    for (Term term : terms) {
      Term number = Conversions.number(term, assembly.scale());
      if (number == null) {
        return null;
      }
      numbers.add(number);
    }
    return numbers;
  }

  private Term folded(List<Term> operands, BinaryOperator<Term> function) {
    Term folded = operands.getFirst();
    for (Term operand : operands.subList(1, operands.size())) {
      folded = assembly.outlined(function.apply(folded, operand));
    }
    return folded;
  }

  private static Term aligned(String method, Term left, Term right) {
    boolean isNullable = left.form().isNullable() || right.form().isNullable();
    int scale = Math.max(left.form().scale(), right.form().scale());
    return called(
        isNullable ? method + "OrNull" : method,
        Form.number(scale, isNullable),
        Conversions.scaled(left, scale),
        Conversions.scaled(right, scale));
  }

  private static Term extreme(String method, Term left, Term right) {
    boolean isNullable = left.form().isNullable() && right.form().isNullable();
    int scale = Math.max(left.form().scale(), right.form().scale());
    return called(
        method,
        Form.number(scale, isNullable),
        Conversions.scaled(left, scale),
        Conversions.scaled(right, scale));
  }

  private @Nullable Term product(List<Term> operands) {
    int scale = operands.stream().mapToInt(operand -> operand.form().scale()).sum();
    return scale > Numbers.LARGEST_SCALE ? null : folded(operands, NumberTerms::product);
  }

  private static Term product(Term left, Term right) {
    boolean isNullable = left.form().isNullable() || right.form().isNullable();
    int scale = left.form().scale() + right.form().scale();
    return called(
        isNullable ? "productOrNull" : "product", Form.number(scale, isNullable), left, right);
  }

  private static Term called(String method, Form form, Term left, Term right) {
    return new Computed(
        form,
        40,
        List.of(left, right),
        code -> {
          left.push(code);
          right.push(code);
          code.call(Longs.class, method, long.class, long.class, long.class);
        });
  }

  /// a / 10^s divided by b / 10^t is a · 10^(scale - s + t) / b in units of 10^-scale.
  private static @Nullable Term quotient(List<Term> operands, int scale, RoundingMode mode) {
    Term dividend = operands.getFirst();
    Term divisor = operands.getLast();
    int shift = scale - dividend.form().scale() + divisor.form().scale();
    if (scale < 0 || scale > Numbers.LARGEST_SCALE || Math.abs(shift) > Numbers.LARGEST_SCALE) {
      return null;
    }
    boolean isNullable = dividend.form().isNullable() || divisor.form().isNullable();
    return divided(
        times(dividend, Math.max(0, shift)),
        times(divisor, Math.max(0, -shift)),
        mode,
        Form.number(scale, isNullable));
  }

  /// The longs of a term times 10^`exponent`.
  private static Term times(Term term, int exponent) {
    return exponent == 0
        ? term
        : new Computed(
            term.form(),
            50,
            List.of(term),
            code -> {
              term.push(code);
              code.to().loadConstant(Longs.power(exponent));
              code.call(Longs.class, "scaled", long.class, long.class, long.class);
            });
  }

  private static Term divided(Term dividend, Term divisor, RoundingMode mode, Form form) {
    var constant = new Constant(RoundingMode.class, mode);
    return new Computed(
        form,
        20,
        List.of(dividend, divisor),
        code -> {
          dividend.push(code);
          divisor.push(code);
          code.constant(constant);
          code.call(
              Longs.class, "quotient", long.class, long.class, long.class, RoundingMode.class);
        });
  }

  private static @Nullable Term rounded(Term number, int places, RoundingMode mode) {
    int cut = number.form().scale() - places;
    if (cut <= 0) {
      return number;
    }
    if (cut > Numbers.LARGEST_SCALE) {
      return null;
    }
    boolean isNullable = number.form().isNullable();
    Term power =
        new Computed(
            Form.number(0, false), 4, List.of(), code -> code.to().loadConstant(Longs.power(cut)));
    Term rounded = divided(number, power, mode, Form.number(Math.max(0, places), isNullable));
    return times(rounded, Math.max(0, -places));
  }

  private static Term absolute(Term number) {
    return new Computed(
        number.form(),
        14,
        List.of(number),
        code -> {
          number.push(code);
          code.call(Math.class, "abs", long.class, long.class);
        });
  }

  private static Term negated(Term number) {
    return new Computed(
        number.form(),
        2,
        List.of(number),
        code -> {
          number.push(code);
          code.to().lneg();
        });
  }
}
