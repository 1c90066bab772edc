package dev.millrace.evaluator.compiled;

import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.CollectionExpression.ElementAt;
import dev.millrace.expression.ConversionExpression.FormatNumber;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.TextExpression.Split;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/// Expressions that have code of their own: of each one the cases that its code tells apart.
final class Samples {
  static final Schema SCHEMA =
      Schema.of(
          new Column("x", Type.NUMBER),
          new Column("y", Type.NUMBER),
          new Column("name", Type.TEXT),
          new Column("word", Type.TEXT),
          new Column("sold", Type.BOOLEAN),
          new Column("free", Type.BOOLEAN),
          new Column("any", Type.ANY));
  static final Expression X = new Field("x");
  static final Expression Y = new Field("y");
  static final Expression NAME = new Field("name");
  static final Expression WORD = new Field("word");
  static final Expression SOLD = new Field("sold");
  static final Expression FREE = new Field("free");
  static final Expression ANY = new Field("any");
  static final Expression TWO = new Literal(Decimal.of(2));
  static final Expression RED = new Literal(Text.of("red"));
  static final Expression TRUE = new Literal(Bool.TRUE);
  static final Expression NOTHING = new Literal(Null.NULL);

  private Samples() {}

  /// All of them.
  static Stream<Expression> compiled() {
    return Stream.of(basic(), logic(), numbers(), texts()).flatMap(list -> list);
  }

  private static Stream<Expression> basic() {
    var more = new Variable("more");
    return Stream.of(
        X,
        new Literal(Text.of("same")),
        NOTHING,
        new If(SOLD, X, Y),
        new If(SOLD, X, new Literal(Decimal.of(125, 2))),
        new If(SOLD, NAME, NOTHING),
        new If(SOLD, NAME, X),
        new If(FREE, SOLD, new Less(X, Y)),
        new If(NOTHING, NAME, WORD),
        new Coalesce(List.of(NOTHING, X, Y, TWO)),
        new Coalesce(List.of(NAME, RED)),
        new Coalesce(List.of(SOLD, FREE)),
        new Coalesce(List.of(ANY, X)),
        new Let("more", new NumberExpression.Add(List.of(X, TWO)), product(more, more)),
        new Let("more", NAME, new TextExpression.Concat(List.of(more, more))),
        new Let("more", new If(SOLD, NOTHING, NOTHING), new LogicExpression.IsNull(more)),
        new ToText(NAME),
        new ToText(X),
        new ToText(SOLD),
        new ToText(ANY),
        new ParseNumber(new ToText(X), null),
        new ParseNumber(new ToText(Y), ","),
        new NumberExpression.Add(List.of(new ParseNumber(new ToText(Y), null), X)),
        new NumberExpression.Add(List.of(NOTHING, X)),
        new FormatNumber(X, 2, ","),
        new FormatNumber(X, 0, null),
        new ElementAt(new Split(NAME, " "), new Literal(Decimal.ZERO)),
        new ElementAt(new Split(NAME, " "), new Literal(Decimal.ONE)));
  }

  private static Stream<Expression> logic() {
    var less = new Less(X, Y);
    return Stream.of(
            new LogicExpression.And(List.of(SOLD, less, FREE)),
            new LogicExpression.Or(List.of(SOLD, less, FREE)),
            new LogicExpression.Not(SOLD),
            new LogicExpression.Not(new LogicExpression.And(List.of(SOLD, FREE))),
            new LogicExpression.Not(new LogicExpression.Or(List.of(SOLD, less))),
            new LogicExpression.And(java.util.Collections.nCopies(40, less)),
            new LogicExpression.Or(List.of(NOTHING, SOLD)),
            new LogicExpression.IsNull(X),
            new LogicExpression.IsNull(NAME),
            new LogicExpression.IsNull(SOLD),
            new LogicExpression.IsNull(ANY),
            new LogicExpression.OneOf(NAME, List.of(Text.of("red"), Text.of("a"))),
            new LogicExpression.OneOf(X, List.of(Decimal.of(1), Decimal.of(2))),
            new LogicExpression.OneOf(ANY, List.of(Decimal.of(1), Text.of("red"))))
        .flatMap(each ->
            each instanceof LogicExpression.IsNull(var of)
                ? Stream.concat(Stream.of(each), comparisons(of))
                : Stream.of(each));
  }

  /// The comparisons of a field with a field, a constant, and something of another kind.
  private static Stream<Expression> comparisons(Expression left) {
    Expression right = left.equals(X) ? Y : left.equals(NAME) ? WORD : left.equals(SOLD) ? FREE : X;
    Expression constant = left.equals(X) ? TWO : left.equals(SOLD) ? TRUE : RED;
    return Stream.of(right, constant, NOTHING, ANY)
        .flatMap(to ->
            Stream.of(
                new LogicExpression.Equal(left, to),
                new LogicExpression.NotEqual(to, left),
                new Less(left, to),
                new LogicExpression.AtMost(left, to),
                new LogicExpression.Greater(left, to),
                new LogicExpression.AtLeast(left, to)));
  }

  private static Stream<Expression> numbers() {
    List<Expression> some = List.of(X, new Literal(Decimal.of(15, 1)), Y);
    return Stream.of(
        new NumberExpression.Add(some),
        new NumberExpression.Subtract(X, Y),
        new NumberExpression.Multiply(some),
        new NumberExpression.Divide(X, TWO, null, null),
        new NumberExpression.Divide(X, new Literal(Decimal.of(3, 2)), 0, RoundingMode.DOWN),
        new NumberExpression.Remainder(X, new Literal(Decimal.of(3))),
        new NumberExpression.Round(X, null, null),
        new NumberExpression.Round(X, -1, RoundingMode.UP),
        new NumberExpression.Round(X, 9, null),
        new NumberExpression.Absolute(X),
        new NumberExpression.Negate(X),
        new NumberExpression.Smallest(some),
        new NumberExpression.Smallest(List.of(X, Y)),
        new NumberExpression.Largest(some),
        new NumberExpression.Largest(List.of(X, Y)));
  }

  private static NumberExpression product(Expression... of) {
    return new NumberExpression.Multiply(List.of(of));
  }

  private static Stream<Expression> texts() {
    return Stream.of(
        new TextExpression.Concat(List.of(NAME, RED, X, SOLD, ANY, NOTHING)),
        new TextExpression.Concat(List.of(new TextExpression.Concat(List.of(NAME, Y)), NAME)),
        new TextExpression.Lower(NAME),
        new TextExpression.Lower(new If(SOLD, NAME, NOTHING)),
        new TextExpression.Upper(NAME),
        new TextExpression.CamelCase(NAME),
        new TextExpression.TitleCase(NAME),
        new TextExpression.KebabCase(NAME),
        new TextExpression.Trim(NAME),
        new TextExpression.Replace(NAME, WORD, RED),
        new TextExpression.RegexReplace(NAME, "[a-z]+", "<$0>"),
        new TextExpression.RegexMatches(NAME, "r|S"),
        new TextExpression.RegexExtract(NAME, "(\\w)(\\d)?", null),
        new TextExpression.RegexExtract(NAME, "(\\w)(\\d)?", 2),
        new TextExpression.Contains(NAME, RED),
        new TextExpression.Contains(NAME, WORD),
        new TextExpression.ContainsAny(NAME, List.of("ed", "wool")),
        new TextExpression.StartsWith(NAME, WORD),
        new TextExpression.EndsWith(NAME, WORD),
        new TextExpression.Length(NAME),
        new TextExpression.Substring(NAME, 1, null),
        new TextExpression.Substring(NAME, -2, 1));
  }
}
