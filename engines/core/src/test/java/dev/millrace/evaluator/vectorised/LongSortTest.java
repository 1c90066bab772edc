package dev.millrace.evaluator.vectorised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.evaluator.fused.KeyOrder;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.feed.Item;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.SharedValues;
import dev.millrace.vector.Texts;
import dev.millrace.vector.Vector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The sort of longs against a stable sort of objects. The seed of a failure is in its name.
class LongSortTest {
  private enum Kind {
    SMALL_NUMBERS,
    ANY_NUMBERS,
    BEYOND_LONG,
    EQUAL_PREFIXES,
    EQUAL_BEGINNINGS,
    LATIN,
    BEYOND_LATIN,
    SKEWED,
    SURROGATES,
    NULLS,
    MIXED;

    Value draw(RandomGenerator random) {
      return switch (this) {
        case SMALL_NUMBERS -> Decimal.of(random.nextInt(-50, 50), random.nextInt(3));
        case ANY_NUMBERS -> Decimal.of(random.nextLong());
        case BEYOND_LONG ->
            Decimal.of(new BigDecimal(BigInteger.valueOf(random.nextLong()).pow(3), 5));
        case EQUAL_PREFIXES -> Text.of("shirt ".repeat(random.nextInt(4)) + random.nextInt(9));
        case EQUAL_BEGINNINGS ->
            Text.of((random.nextInt(100) == 0 ? "" : "https://shop/") + random.nextInt(50_000));
        case LATIN -> Text.of("\u00E9".repeat(random.nextInt(3)) + "\0".repeat(random.nextInt(10)));
        case BEYOND_LATIN -> Text.of("\u017C\u00F3\u0142w " + random.nextInt(2_000));
        case SKEWED -> Decimal.of(1L << random.nextInt(1 + random.nextInt(62)));
        case SURROGATES ->
            Text.of(random.nextBoolean() ? "\uD83D\uDE00" : "\uFFFD" + random.nextInt(3));
        case NULLS -> Null.NULL;
        case MIXED -> random.nextBoolean() ? Text.of("a") : Decimal.of(random.nextInt(3));
      };
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void order_keysOfAnyKind_isThatOfAStableSort(long seed) {
    var random = new SplittableRandom(seed);
    int size = seed % 20 == 0 ? 16_000 + random.nextInt(10_000) : random.nextInt(300);
    List<SortKey> keys =
        IntStream.range(0, 1 + random.nextInt(3)).mapToObj(_ -> key(random)).toList();
    List<List<Value>> columns = keys.stream().map(_ -> column(random, size)).toList();
    KeyedItems items = items(columns, size, random);
    Comparator<Integer> expected = (_, _) -> 0;
    for (int i = 0; i < keys.size(); i++) {
      Comparator<Value> order = KeyOrder.of(keys.get(i));
      List<Value> column = columns.get(i);
      expected = expected.thenComparing(column::get, order);
    }
    var sort = LongSort.of(keys, items);
    sort.run();
    assertThat(Arrays.stream(sort.items()).mapToInt(sort.addresses()::index).boxed().toList())
        .containsExactlyElementsOf(IntStream.range(0, size).boxed().sorted(expected).toList());
  }

  private static SortKey key(RandomGenerator random) {
    return new SortKey(
        new Field("key"),
        random.nextBoolean() ? SortOrder.DESCENDING : null,
        random.nextBoolean() ? NullOrder.LAST : null);
  }

  private static List<Value> column(RandomGenerator random, int size) {
    Kind[] kinds = Kind.values();
    Kind kind = kinds[random.nextInt(kinds.length)];
    boolean hasNulls = random.nextBoolean();
    var column = new ArrayList<Value>();
    for (int i = 0; i < size; i++) {
      column.add(hasNulls && random.nextInt(4) == 0 ? Null.NULL : kind.draw(random));
    }
    return column;
  }

  private static KeyedItems items(List<List<Value>> columns, int size, RandomGenerator random) {
    var items = new KeyedItems();
    for (int from = 0; from < size; ) {
      int begin = from;
      int end = Math.min(size, from + random.nextInt(50 + size / 20));
      Vector[] keys =
          columns.stream()
              .map(column -> vector(column.subList(begin, end).toArray(Value[]::new), random))
              .toArray(Vector[]::new);
      items.add(IntStream.range(begin, end).mapToObj(row -> new Item(row)).toList(), keys);
      from = end;
    }
    return items;
  }

  /// As a key may be held: in the form that loops read, codes, or texts in bytes.
  private static Vector vector(Value[] values, RandomGenerator random) {
    if (random.nextBoolean()) {
      return Vector.typed(values);
    }
    var shared = new SharedValues(random.nextInt(200));
    return switch (Vector.of(values, shared)) {
      case Texts texts when Texts.latin(texts, values.length) == null -> texts.dense(values.length);
      case Vector vector -> vector;
    };
  }
}
