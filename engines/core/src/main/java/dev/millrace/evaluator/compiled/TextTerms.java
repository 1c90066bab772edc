package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Form.Kind;
import dev.millrace.evaluator.compiled.Term.Computed;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.TextExpression.CamelCase;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.expression.TextExpression.Contains;
import dev.millrace.expression.TextExpression.ContainsAny;
import dev.millrace.expression.TextExpression.EditDistance;
import dev.millrace.expression.TextExpression.EndsWith;
import dev.millrace.expression.TextExpression.Join;
import dev.millrace.expression.TextExpression.KebabCase;
import dev.millrace.expression.TextExpression.Length;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.expression.TextExpression.RegexExtract;
import dev.millrace.expression.TextExpression.RegexMatches;
import dev.millrace.expression.TextExpression.RegexReplace;
import dev.millrace.expression.TextExpression.Replace;
import dev.millrace.expression.TextExpression.Split;
import dev.millrace.expression.TextExpression.StartsWith;
import dev.millrace.expression.TextExpression.Substring;
import dev.millrace.expression.TextExpression.TitleCase;
import dev.millrace.expression.TextExpression.Trim;
import dev.millrace.expression.TextExpression.Upper;
import dev.millrace.function.Needles;
import dev.millrace.function.Texts;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Terms of expressions over texts: strings, the null pointer for null. The functions are calls; a
/// concatenation is one buffer for each batch, which its operands are added to.
///
/// @param terms makes the terms of operands
record TextTerms(Terms terms) {
  private static final int FEW = 16;

  /// The term of an expression; null when it has none of its own, or an operand is no text.
  @Nullable Term of(TextExpression self, List<Term> operands) {
    if (self instanceof Concat) {
      return concat(operands);
    }
    List<Term> texts = texts(operands);
    if (texts == null) {
      return null;
    }
    Term first = texts.getFirst();
    return switch (self) {
      case Lower _ -> mapped("lower", first);
      case Upper _ -> mapped("upper", first);
      case CamelCase _ -> mapped("camelCase", first);
      case TitleCase _ -> mapped("titleCase", first);
      case KebabCase _ -> mapped("kebabCase", first);
      case Trim _ -> mapped("trim", first);
      case Substring(_, int from, var count) ->
          called(
              "substring",
              first.form(),
              texts,
              new Constant(int.class, from),
              new Constant(Integer.class, count));
      case Replace _ -> called("replace", Form.text(true), texts);
      case RegexReplace(_, var pattern, var with) ->
          called(
              "regexReplace",
              first.form(),
              texts,
              new Constant(Pattern.class, Pattern.compile(pattern)),
              new Constant(String.class, with));
      case RegexExtract(_, var pattern, var group) ->
          called(
              "regexExtract",
              Form.text(true),
              texts,
              new Constant(Pattern.class, Pattern.compile(pattern)),
              new Constant(Integer.class, group));
      case RegexMatches(_, var pattern) ->
          called(
              "regexMatches",
              Form.flag(first.form().isNullable()),
              texts,
              new Constant(Pattern.class, Pattern.compile(pattern)));
      case ContainsAny(_, var needles) ->
          called(
              "containsAny",
              Form.flag(first.form().isNullable()),
              texts,
              new Constant(Needles.class, Needles.of(needles)));
      case Contains _ -> called("contains", flag(texts), texts);
      case StartsWith _ -> called("startsWith", flag(texts), texts);
      case EndsWith _ -> called("endsWith", flag(texts), texts);
      case Length _ -> called("length", Form.number(0, first.form().isNullable()), texts);
      case Concat _, Split _, Join _, EditDistance _ -> null;
    };
  }

  private static Form flag(List<Term> texts) {
    return Form.flag(texts.stream().anyMatch(text -> text.form().isNullable()));
  }

  private static @Nullable List<Term> texts(List<Term> operands) {
    var texts = new ArrayList<Term>();
    for (Term operand : operands) {
      Term text = Conversions.text(operand);
      if (text == null) {
        return null;
      }
      texts.add(text);
    }
    return texts;
  }

  /// A function of [Texts] of one text.
  private static Term mapped(String function, Term text) {
    return new Computed(
        text.form(),
        8,
        List.of(text),
        code -> {
          var isNull = code.to().newLabel();
          text.push(code);
          if (text.form().isNullable()) {
            code.to().dup().ifnull(isNull);
          }
          code.call(Texts.class, function, String.class, String.class);
          code.to().labelBinding(isNull);
        });
  }

  /// A function of [TextCalls] of some texts and then some constants.
  private static Term called(
      String function, Form result, List<Term> texts, Constant... constants) {
    var parameters = new ArrayList<Class<?>>();
    texts.forEach(_ -> parameters.add(String.class));
    for (Constant constant : constants) {
      parameters.add(constant.type());
    }
    return new Computed(
        result,
        20,
        texts,
        code -> {
          texts.forEach(text -> text.push(code));
          for (Constant constant : constants) {
            code.constant(constant);
          }
          code.call(
              TextCalls.class, function, result.kind().type(), parameters.toArray(Class<?>[]::new));
        });
  }

  private Term concat(List<Term> operands) {
    List<Term> few = terms.grouped(operands, FEW, this::concat);
    var room = new Made(StringBuilder.class, StringBuilder::new);
    return new Computed(
        Form.text(false),
        20 + 15 * few.size(),
        few,
        code -> {
          code.own(room);
          code.call(TextCalls.class, "begin", StringBuilder.class, StringBuilder.class);
          few.forEach(operand -> add(operand, code));
          code.callOn(StringBuilder.class, "toString", String.class);
        });
  }

  /// Adds what is pushed to the buffer below it on the stack.
  private static void add(Term term, Code code) {
    boolean isFlag = term.form().kind() == Kind.FLAG;
    Term operand = isFlag ? Conversions.boxed(term) : term;
    Class<?> type = operand.form().kind().type();
    operand.push(code);
    if (operand.form().isNumber()) {
      code.to().loadConstant(operand.form().scale());
      code.call(TextCalls.class, "add", StringBuilder.class, StringBuilder.class, type, int.class);
    } else {
      code.call(TextCalls.class, "add", StringBuilder.class, StringBuilder.class, type);
    }
  }

  /// The number that a text writes; null when its scale cannot be guessed, or the operand is no
  /// text.
  @Nullable Term parsed(Term operand, @Nullable String decimal) {
    Term text = Conversions.text(operand);
    int scale = terms.assembly().scale();
    if (text == null || scale == Layout.BOXED) {
      return null;
    }
    var sign = new Constant(String.class, decimal);
    return new Computed(
        Form.number(scale, text.form().isNullable()),
        16,
        List.of(text),
        code -> {
          text.push(code);
          code.constant(sign);
          code.to().loadConstant(scale);
          code.call(TextCalls.class, "parse", long.class, String.class, String.class, int.class);
        });
  }

  /// A number written with a fixed count of decimals.
  static Term formatted(Term number, int places, @Nullable String decimal) {
    Term operand = Conversions.boxed(number);
    var count = new Constant(int.class, places);
    var sign = new Constant(String.class, decimal);
    return new Computed(
        Form.text(true),
        16,
        List.of(operand),
        code -> {
          operand.push(code);
          code.constant(count);
          code.constant(sign);
          code.call(TextCalls.class, "format", String.class, Value.class, int.class, String.class);
        });
  }

  /// What stands in a text before, between or behind separators.
  static Term part(Term text, String separator, int place) {
    return called(
        "part",
        Form.text(true),
        List.of(text),
        new Constant(String.class, separator),
        new Constant(int.class, place));
  }

  /// A value written as a text.
  static Term toText(Term term) {
    if (term.form().kind() == Kind.TEXT) {
      return term;
    }
    Term operand = Conversions.boxed(term);
    return new Computed(
        Form.text(true),
        12,
        List.of(operand),
        code -> {
          operand.push(code);
          code.call(TextCalls.class, "toText", String.class, Value.class);
        });
  }
}
