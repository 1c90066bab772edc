package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Form.Kind;
import dev.millrace.evaluator.compiled.Term.Computed;
import dev.millrace.evaluator.compiled.Term.Literal;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Terms in other forms.
final class Conversions {
  private Conversions() {}

  /// A constant in the form that suits it best.
  static Literal literal(Value value) {
    return switch (value) {
      case Null _ -> Literal.of(value, Form.NOTHING, value);
      case Bool(boolean flag) -> Literal.of(value, Form.flag(false), flag ? 1 : 0);
      case Text(var text) -> Literal.of(value, Form.text(false), text);
      case Decimal number when number.isCompact() && number.unscaled() != Numbers.NULL ->
          Literal.of(value, Form.number(number.scale(), false), number.unscaled());
      case Decimal _, ListValue _, MapValue _ -> Literal.of(value, Form.VALUE, value);
    };
  }

  /// A term in a form that covers its own.
  static Term to(Form wanted, Term term) {
    Form form = term.form();
    if (wanted.kind() == Kind.VALUE) {
      return boxed(term);
    }
    if (form.kind() == Kind.NOTHING) {
      return nothing(wanted, term);
    }
    return form.scale() == wanted.scale() ? term : scaled(term, wanted.scale());
  }

  private static Term nothing(Form wanted, Term term) {
    return new Computed(
        wanted,
        8,
        List.of(term),
        code -> {
          // It may be made of a condition that fails.
          if (!(term instanceof Literal)) {
            term.push(code);
            code.discard(term.form());
          }
          code.pushNull(wanted);
        });
  }

  /// Numbers in a larger scale.
  static Term scaled(Term term, int scale) {
    int more = scale - term.form().scale();
    if (more == 0) {
      return term;
    }
    long factor = Longs.power(more);
    if (term instanceof Literal literal && literal.value() instanceof Decimal number) {
      long product = number.unscaled() * factor;
      if (number.scale() == term.form().scale()
          && Numbers.fits(number.unscaled(), factor, product)) {
        return Literal.of(literal.value(), Form.number(scale, false), product);
      }
    }
    return new Computed(
        Form.number(scale, term.form().isNullable()),
        50,
        List.of(term),
        code -> {
          term.push(code);
          code.to().loadConstant(factor);
          code.call(Longs.class, "scaled", long.class, long.class, long.class);
        });
  }

  /// Values of any kind.
  static Term boxed(Term term) {
    if (term instanceof Literal literal) {
      return Literal.of(literal.value(), Form.VALUE, literal.value());
    }
    return switch (term.form().kind()) {
      case NOTHING, VALUE -> term;
      case FLAG -> boxed(term, "flag");
      case TEXT -> boxed(term, "text");
      case NUMBER ->
          new Computed(
              Form.VALUE,
              12,
              List.of(term),
              code -> {
                term.push(code);
                code.to().loadConstant(term.form().scale());
                code.call(Boxes.class, "number", Value.class, long.class, int.class);
              });
    };
  }

  private static Term boxed(Term term, String method) {
    return new Computed(
        Form.VALUE,
        12,
        List.of(term),
        code -> {
          term.push(code);
          code.call(Boxes.class, method, Value.class, term.form().kind().type());
        });
  }

  /// Numbers; null when the term can be none, or their scale cannot be guessed.
  ///
  /// @param scale the scale of numbers whose scale is not known
  static @Nullable Term number(Term term, int scale) {
    return switch (term.form().kind()) {
      case NUMBER -> term;
      case NOTHING -> to(Form.number(0, true), term);
      case VALUE -> scale == Layout.BOXED ? null : unboxed(term, scale);
      case FLAG, TEXT -> null;
    };
  }

  private static Term unboxed(Term term, int scale) {
    return new Computed(
        Form.number(scale, true),
        12,
        List.of(term),
        code -> {
          term.push(code);
          code.to().loadConstant(scale);
          code.call(Boxes.class, "numberOf", long.class, Value.class, int.class);
        });
  }

  /// Texts; null when the term can be none.
  static @Nullable Term text(Term term) {
    return switch (term.form().kind()) {
      case TEXT -> term;
      case NOTHING -> to(Form.text(true), term);
      case VALUE ->
          new Computed(
              Form.text(true),
              12,
              List.of(term),
              code -> {
                term.push(code);
                code.call(Boxes.class, "textOf", String.class, Value.class);
              });
      case FLAG, NUMBER -> null;
    };
  }

  /// The form of a variable that stands for a term.
  static Form held(Form form) {
    return form.kind() == Kind.NOTHING ? Form.VALUE : form;
  }
}
