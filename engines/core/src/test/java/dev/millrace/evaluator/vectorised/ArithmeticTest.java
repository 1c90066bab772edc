package dev.millrace.evaluator.vectorised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Multiply;
import dev.millrace.expression.NumberExpression.Remainder;
import dev.millrace.expression.NumberExpression.Subtract;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.function.EvaluationException;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operator over two columns, a column and a constant, and a constant and a column; small
/// numbers, the largest and smallest longs, and numbers next to them; without nulls, with some; in
/// one scale and in two: what the closure computes item by item, with exact decimals.
class ArithmeticTest {
  private static final int ITEMS = 200;
  private static final long[] EXTREMES = {
    Long.MIN_VALUE + 1,
    Long.MIN_VALUE + 2,
    Long.MIN_VALUE / 2,
    -(1L << 32),
    -1_000_000_007,
    -10,
    -1,
    0,
    1,
    2,
    7,
    10,
    64,
    1_000_000_007,
    1L << 32,
    Long.MAX_VALUE / 2,
    Long.MAX_VALUE / 2 + 1,
    Long.MAX_VALUE - 1,
    Long.MAX_VALUE
  };

  private static final long[] SMALL = {-250, -7, -2, -1, 1, 2, 3, 10, 64, 997, 100_000};

  /// A column of numbers.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Drawn(long[] from, int scale, boolean hasNulls) {
    Value value(SplittableRandom random) {
      return hasNulls && random.nextInt(4) == 0
          ? Null.NULL
          : Decimal.of(from[random.nextInt(from.length)], scale);
    }
  }

  private static final List<Drawn> COLUMNS = columns();

  private static List<Drawn> columns() {
    var columns = new ArrayList<Drawn>();
    for (long[] from : List.of(SMALL, EXTREMES)) {
      for (int scale : new int[] {0, 2}) {
        for (boolean hasNulls : new boolean[] {false, true}) {
          columns.add(new Drawn(from, scale, hasNulls));
        }
      }
    }
    return columns;
  }

  private static final Schema SCHEMA =
      new Schema(
          IntStream.range(0, COLUMNS.size())
              .mapToObj(i -> new Column("c" + i, Type.NUMBER))
              .toList());
  private static final List<Item> OBJECTS = items();
  private static final List<Item> COMPACT =
      Feed.of(SCHEMA, OBJECTS).compact().pieces(0, ITEMS).getFirst();

  private static List<Item> items() {
    var random = new SplittableRandom(20261122);
    return IntStream.range(0, ITEMS)
        .mapToObj(row ->
            new Item(row, COLUMNS.stream().map(each -> each.value(random)).toArray(Value[]::new)))
        .toList();
  }

  static Stream<BinaryOperator<Expression>> operators() {
    return Stream.of(
        (a, b) -> new Add(List.of(a, b)),
        Subtract::new,
        (a, b) -> new Multiply(List.of(a, b)),
        Remainder::new,
        Less::new,
        Equal::new,
        (a, b) -> new If(new Less(a, b), a, b),
        (a, b) -> new If(new Less(a, b), new Add(List.of(a, b)), new Subtract(a, b)),
        (a, b) -> new Add(List.of(a, new Multiply(List.of(a, b)), b)),
        (a, b) -> new Remainder(new Subtract(b, a), new Literal(Decimal.of(8))));
  }

  private static List<Expression> operands() {
    Stream<Expression> columns = SCHEMA.columns().stream().map(each -> new Field(each.name()));
    Stream<Expression> constants =
        LongStream.of(EXTREMES)
            .boxed()
            .flatMap(number -> Stream.of(Decimal.of(number), Decimal.of(number, 1)))
            .map(Literal::new);
    return Stream.concat(columns, constants).toList();
  }

  @ParameterizedTest
  @MethodSource("operators")
  void of_operandsOfEveryForm_hasTheValuesOfTheClosure(BinaryOperator<Expression> operator) {
    for (Expression left : operands()) {
      for (Expression right : operands()) {
        check(operator.apply(left, right));
      }
    }
  }

  private static void check(Expression expression) {
    List<@Nullable Value> expected = expected(expression);
    Kernel kernel = new Kernels(SCHEMA, List.of()).of(expression);
    int[] some = IntStream.range(0, ITEMS).filter(row -> row % 3 != 1).toArray();
    for (List<Item> items : List.of(OBJECTS, COMPACT)) {
      check(expression, kernel, Batch.of(items, SCHEMA.size()), expected);
      var selected = new ArrayList<@Nullable Value>();
      for (int row : some) {
        selected.add(expected.get(row));
      }
      check(expression, kernel, Batch.of(items, SCHEMA.size()).at(some), selected);
    }
  }

  private static void check(
      Expression expression, Kernel kernel, Batch batch, List<@Nullable Value> expected) {
    if (expected.contains(null)) {
      assertThatThrownBy(() -> kernel.of(batch))
          .as(expression::toString)
          .isInstanceOf(EvaluationException.class);
      return;
    }
    Vector vector = kernel.of(batch);
    assertThat(IntStream.range(0, batch.size()).mapToObj(vector::get).toList())
        .as(expression::toString)
        .isEqualTo(expected);
  }

  /// The values of the closure; null where it fails.
  private static List<@Nullable Value> expected(Expression expression) {
    RowExpression.Evaluation closure = RowExpression.of(expression, SCHEMA).begin();
    var values = new ArrayList<@Nullable Value>();
    for (Item item : OBJECTS) {
      try {
        values.add(closure.of(item));
      } catch (EvaluationException failed) {
        values.add(null);
      }
    }
    return values;
  }

  static LongStream divisors() {
    LongStream powers = IntStream.range(0, 63).mapToLong(bit -> 1L << bit);
    LongStream near = powers.flatMap(power -> LongStream.of(power - 1, power, power + 1, -power));
    return LongStream.concat(near, LongStream.of(EXTREMES))
        .filter(divisor -> divisor != 0)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("divisors")
  void remainders_anyNumbers_areThoseOfTheLanguage(long divisor) {
    var random = new SplittableRandom(divisor);
    long[] numbers =
        LongStream.concat(
                LongStream.of(EXTREMES),
                LongStream.concat(
                    LongStream.of(divisor - 1, divisor, divisor + 1, 3 * divisor),
                    random.longs(200)))
            .filter(number -> number != Numbers.NULL)
            .toArray();
    var remainders = new long[numbers.length];
    Divisor.of(divisor).remainders(numbers, remainders, numbers.length);
    assertThat(remainders)
        .isEqualTo(LongStream.of(numbers).map(number -> number % divisor).toArray());
    Divisor.of(divisor).remainders(new long[] {Numbers.NULL}, remainders, 1);
    assertThat(remainders[0]).isEqualTo(Numbers.NULL);
  }
}
