package dev.millrace.generate;

import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.CollectionExpression;
import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.Expression;
import dev.millrace.expression.HashAlgorithm;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.ValueKind;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Generates well-typed expressions over the items of a schema.
final class Expressions {
  private static final RoundingMode[] MODES = {
    RoundingMode.UP,
    RoundingMode.DOWN,
    RoundingMode.CEILING,
    RoundingMode.FLOOR,
    RoundingMode.HALF_UP,
    RoundingMode.HALF_DOWN,
    RoundingMode.HALF_EVEN
  };
  private static final List<String> PATTERNS =
      List.of("[a-z]+", "(\\w)(\\w)?", "\\s", "^$", "r|S", "\\d+");

  private static final List<Type> TYPES = List.of(Type.values());

  private final RandomGenerator random;
  private final Values values;
  private final Schema schema;
  private final Map<String, Type> variables;

  Expressions(RandomGenerator random, Schema schema, Map<String, Type> variables) {
    this.random = random;
    this.values = new Values(random);
    this.schema = schema;
    this.variables = variables;
  }

  /// An expression of a type.
  Expression of(Type type, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return leaf(type);
    }
    if (random.nextInt(6) == 0) {
      return basic(type, depth - 1);
    }
    return switch (type) {
      case BOOLEAN -> bool(depth - 1);
      case NUMBER -> number(depth - 1);
      case TEXT -> text(depth - 1);
      case LIST -> list(depth - 1);
      case MAP -> map(depth - 1);
      case ANY -> any(depth - 1);
    };
  }

  private Expression leaf(Type type) {
    var candidates = new ArrayList<Expression>();
    for (Column column : schema.columns()) {
      if (fits(column.type(), type)) {
        candidates.add(new Field(column.name()));
      }
    }
    variables.forEach((name, held) -> {
      if (fits(held, type)) {
        candidates.add(new Variable(name));
      }
    });
    return candidates.isEmpty() || random.nextInt(4) == 0
        ? new Literal(values.of(type))
        : candidates.get(random.nextInt(candidates.size()));
  }

  /// Columns of any type rarely stand where a certain one is asked for: they mostly fail.
  private boolean fits(Type held, Type wanted) {
    return held == wanted || wanted == Type.ANY || (held == Type.ANY && random.nextInt(10) == 0);
  }

  private Expression basic(Type type, int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> new If(of(Type.BOOLEAN, depth), of(type, depth), of(type, depth));
      case 1 -> new Coalesce(some(type, depth));
      default -> {
        Type bound = anyType();
        String name = random.nextBoolean() ? "x" : "y";
        Expression in = binding(name, bound).of(type, depth);
        Expression be = bound == Type.ANY ? mixed(depth) : of(bound, depth);
        yield new Let(name, be, in);
      }
    };
  }

  /// Generates where a variable of a type is bound, too.
  Expressions binding(String name, Type type) {
    var inner = new HashMap<>(variables);
    inner.put(name, type);
    return new Expressions(random, schema, inner);
  }

  private DomainExpressions more() {
    return new DomainExpressions(random, this);
  }

  private Expression bool(int depth) {
    Type compared = TYPES.get(random.nextInt(5));
    return switch (random.nextInt(19)) {
      case 0 -> new LogicExpression.And(some(Type.BOOLEAN, depth));
      case 1 -> new LogicExpression.Or(some(Type.BOOLEAN, depth));
      case 2 -> new LogicExpression.Not(of(Type.BOOLEAN, depth));
      case 3 -> new LogicExpression.Equal(of(compared, depth), mixed(depth));
      case 4 -> new LogicExpression.NotEqual(of(compared, depth), of(compared, depth));
      case 5 -> new LogicExpression.Less(mixed(depth), of(compared, depth));
      case 6 -> new LogicExpression.AtMost(of(compared, depth), of(compared, depth));
      case 7 -> new LogicExpression.Greater(of(compared, depth), of(compared, depth));
      case 8 -> new LogicExpression.AtLeast(of(compared, depth), of(compared, depth));
      case 9 -> new LogicExpression.IsNull(of(Type.ANY, depth));
      case 10 ->
          new LogicExpression.OneOf(
              of(compared, depth), List.of(values.present(compared), values.present(compared)));
      case 11 -> new TextExpression.RegexMatches(of(Type.TEXT, depth), pattern());
      case 12 -> new TextExpression.Contains(of(Type.TEXT, depth), of(Type.TEXT, depth));
      case 13 -> new TextExpression.ContainsAny(of(Type.TEXT, depth), List.of(values.word(), "ed"));
      case 14 -> new TextExpression.StartsWith(of(Type.TEXT, depth), of(Type.TEXT, depth));
      case 15 -> new TextExpression.EndsWith(of(Type.TEXT, depth), of(Type.TEXT, depth));
      case 16 -> new ConversionExpression.ParseBoolean(of(Type.TEXT, depth));
      case 17 -> new LogicExpression.IsType(of(Type.ANY, depth), pick(ValueKind.values()));
      default -> more().bool(depth);
    };
  }

  private Expression number(int depth) {
    return switch (random.nextInt(15)) {
      case 0 -> new NumberExpression.Add(some(Type.NUMBER, depth));
      case 1 -> new NumberExpression.Subtract(of(Type.NUMBER, depth), of(Type.NUMBER, depth));
      case 2 -> new NumberExpression.Multiply(some(Type.NUMBER, depth));
      case 3 ->
          new NumberExpression.Divide(
              of(Type.NUMBER, depth), of(Type.NUMBER, depth), random.nextInt(4), mode());
      case 4 -> new NumberExpression.Remainder(of(Type.NUMBER, depth), of(Type.NUMBER, depth));
      case 5 -> new NumberExpression.Round(of(Type.NUMBER, depth), random.nextInt(-2, 3), mode());
      case 6 -> new NumberExpression.Absolute(of(Type.NUMBER, depth));
      case 7 -> new NumberExpression.Negate(of(Type.NUMBER, depth));
      case 8 -> new NumberExpression.Smallest(some(Type.NUMBER, depth));
      case 9 -> new NumberExpression.Largest(some(Type.NUMBER, depth));
      case 10 ->
          new ConversionExpression.ParseNumber(
              of(Type.TEXT, depth), random.nextBoolean() ? null : ",");
      case 11 -> new TextExpression.Length(of(Type.TEXT, depth));
      case 12 -> new TextExpression.EditDistance(of(Type.TEXT, depth), of(Type.TEXT, depth));
      case 13 -> more().number(depth);
      default ->
          new CollectionExpression.Size(of(random.nextBoolean() ? Type.LIST : Type.MAP, depth));
    };
  }

  private Expression text(int depth) {
    return switch (random.nextInt(18)) {
      case 0 -> new TextExpression.Concat(some(Type.ANY, depth));
      case 1 -> new TextExpression.Lower(of(Type.TEXT, depth));
      case 2 -> new TextExpression.Upper(of(Type.TEXT, depth));
      case 3 -> new TextExpression.CamelCase(of(Type.TEXT, depth));
      case 4 -> new TextExpression.TitleCase(of(Type.TEXT, depth));
      case 5 -> new TextExpression.KebabCase(of(Type.TEXT, depth));
      case 6 -> new TextExpression.Trim(of(Type.TEXT, depth));
      case 7 ->
          new TextExpression.Replace(
              of(Type.TEXT, depth), of(Type.TEXT, depth), of(Type.TEXT, depth));
      case 8 -> new TextExpression.RegexReplace(of(Type.TEXT, depth), pattern(), "<$0>");
      case 9 ->
          new TextExpression.Substring(
              of(Type.TEXT, depth),
              random.nextInt(-4, 4),
              random.nextBoolean() ? null : random.nextInt(5));
      case 10 -> new TextExpression.Join(of(Type.LIST, depth), "|");
      case 11 -> new ConversionExpression.FormatNumber(of(Type.NUMBER, depth), 2, ",");
      case 12 -> new ConversionExpression.ToText(of(Type.ANY, depth));
      case 13 ->
          new TextExpression.RegexExtract(
              of(Type.TEXT, depth), "(\\w)(\\d)?", random.nextBoolean() ? null : 2);
      case 14 -> new ConversionExpression.TypeOf(of(Type.ANY, depth));
      case 15, 16 -> more().text(depth);
      default -> new ConversionExpression.Hash(of(Type.ANY, depth), HashAlgorithm.CRC32);
    };
  }

  private Expression list(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> new CollectionExpression.ListOf(some(Type.ANY, depth));
      case 1 -> new TextExpression.Split(of(Type.TEXT, depth), random.nextBoolean() ? " " : ",");
      default -> more().list(depth);
    };
  }

  private Expression map(int depth) {
    return random.nextBoolean()
        ? new CollectionExpression.MapOf(
            Map.of("red", of(Type.ANY, depth), "b", of(Type.ANY, depth)))
        : new CollectionExpression.Put(
            of(Type.MAP, depth), of(Type.TEXT, depth), of(Type.ANY, depth));
  }

  private Expression any(int depth) {
    return random.nextBoolean() ? mixed(depth) : of(TYPES.get(random.nextInt(5)), depth);
  }

  /// An expression whose type is known only when it is evaluated.
  private Expression mixed(int depth) {
    return random.nextBoolean()
        ? new CollectionExpression.ElementAt(of(Type.LIST, depth), of(Type.NUMBER, depth))
        : new CollectionExpression.Get(of(Type.MAP, depth), of(Type.TEXT, depth));
  }

  private List<Expression> some(Type type, int depth) {
    return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(_ -> of(type, depth)).toList();
  }

  private Type anyType() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  private String pattern() {
    return PATTERNS.get(random.nextInt(PATTERNS.size()));
  }

  private RoundingMode mode() {
    return pick(MODES);
  }

  private <T> T pick(T[] candidates) {
    return candidates[random.nextInt(candidates.length)];
  }
}
