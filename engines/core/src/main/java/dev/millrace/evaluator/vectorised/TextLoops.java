package dev.millrace.evaluator.vectorised;

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
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Strings;
import dev.millrace.vector.Vector;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Loops over strings. Where an operand is no text, the values are computed one by one.
final class TextLoops {
  private TextLoops() {}

  /// The loops of an expression.
  static Function of(TextExpression expression) {
    Function exact = PerValue.of(expression);
    return switch (expression) {
      case Concat _ -> TextLoops::concat;
      case Lower _ -> mapped(Texts::lower, exact);
      case Upper _ -> mapped(Texts::upper, exact);
      case CamelCase _ -> mapped(Texts::camelCase, exact);
      case TitleCase _ -> mapped(Texts::titleCase, exact);
      case KebabCase _ -> mapped(Texts::kebabCase, exact);
      case Trim _ -> mapped(Texts::trim, exact);
      case Substring(_, int from, var count) ->
          mapped(text -> Texts.substring(text, from, count), exact);
      case RegexReplace(_, var pattern, var with) -> {
        Pattern compiled = Pattern.compile(pattern);
        yield mapped(text -> Texts.regexReplace(text, compiled, with), exact);
      }
      case RegexMatches(_, var pattern) -> {
        Pattern compiled = Pattern.compile(pattern);
        yield tested(text -> Texts.regexMatches(text, compiled), exact);
      }
      case ContainsAny(_, var constants) -> tested(Needles.of(constants)::occurIn, exact);
      case Contains _ -> tested(String::contains, exact);
      case StartsWith _ -> tested(String::startsWith, exact);
      case EndsWith _ -> tested(String::endsWith, exact);
      case Length _ -> TextLoops.length(exact);
      case Replace _, RegexExtract _, Split _, Join _, EditDistance _ -> exact;
    };
  }

  private static Function mapped(UnaryOperator<String> function, Function exact) {
    return (operands, size) -> {
      if (!(operands[0] instanceof Strings(var texts))) {
        return exact.of(operands, size);
      }
      var results = new @Nullable String[size];
      for (int i = 0; i < size; i++) {
        String text = texts[i];
        results[i] = text == null ? null : function.apply(text);
      }
      return new Strings(results);
    };
  }

  private static Function tested(Predicate<String> test, Function exact) {
    return (operands, size) -> {
      if (!(operands[0] instanceof Strings(var texts))) {
        return exact.of(operands, size);
      }
      var flags = new byte[size];
      for (int i = 0; i < size; i++) {
        String text = texts[i];
        flags[i] = text == null ? Flags.NULL : Condition.flag(test.test(text));
      }
      return new Flags(flags);
    };
  }

  private static Function tested(BiPredicate<String, String> test, Function exact) {
    return (operands, size) ->
        operands[1] instanceof Constant(Text(var other))
            ? tested(text -> test.test(text, other), exact).of(operands, size)
            : exact.of(operands, size);
  }

  private static Function length(Function exact) {
    return (operands, size) -> {
      if (!(operands[0] instanceof Strings(var texts))) {
        return exact.of(operands, size);
      }
      var lengths = new long[size];
      boolean hasNulls = false;
      for (int i = 0; i < size; i++) {
        String text = texts[i];
        hasNulls |= text == null;
        lengths[i] = text == null ? Numbers.NULL : Texts.length(text);
      }
      return new Numbers(lengths, 0, hasNulls);
    };
  }

  private static Vector concat(Vector[] operands, int size) {
    var parts = new Part[operands.length];
    for (int i = 0; i < operands.length; i++) {
      parts[i] = part(operands[i], size);
    }
    var results = new @Nullable String[size];
    var out = new StringBuilder();
    for (int i = 0; i < size; i++) {
      out.setLength(0);
      for (Part part : parts) {
        String text = part.of(i);
        if (text != null) {
          out.append(text);
        }
      }
      results[i] = out.toString();
    }
    return new Strings(results);
  }

  /// What is put together with others: a text for each item, or one for all.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(@Nullable String @Nullable [] each, @Nullable String one) {
    @Nullable String of(int index) {
      return each == null ? one : each[index];
    }
  }

  private static Part part(Vector vector, int size) {
    return vector instanceof Constant(var value)
        ? new Part(null, written(value))
        : new Part(written(vector, size), null);
  }

  /// Values written as texts; null where there is none.
  private static @Nullable String[] written(Vector vector, int size) {
    if (vector instanceof Strings(var texts)) {
      return texts;
    }
    var texts = new @Nullable String[size];
    for (int i = 0; i < size; i++) {
      texts[i] = written(vector.get(i));
    }
    return texts;
  }

  private static @Nullable String written(Value value) {
    return value.isNull() ? null : Texts.toText(value);
  }
}
