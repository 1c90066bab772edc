package dev.millrace.evaluator.vectorised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.function.EvaluationException;
import dev.millrace.generate.Constructs;
import dev.millrace.generate.Feeds;
import dev.millrace.generate.Values;
import dev.millrace.plan.Plan;
import dev.millrace.plan.PlanException;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every expression over columns of every form, type and pattern of nulls that it may read, as any
/// of its operands: the kernel's values are those of the closure, item by item, and it fails if
/// that fails for some item.
class KernelsTest {
  private static final int ITEMS = 40;
  private static final int SAMPLES = 2;

  private enum Nulls {
    NONE,
    SOME,
    ALL
  }

  /// How many different values a column has, which decides the form that it gets in a block.
  private enum Variety {
    ANY(ITEMS),
    FEW(3),
    ONE(1);

    private final int different;

    Variety(int different) {
      this.different = different;
    }
  }

  private static final Feed FEED = feed(new SplittableRandom(20261122));
  private static final List<Item> OBJECTS = items(FEED);
  private static final List<Item> COMPACT = FEED.compact().pieces(0, ITEMS).getFirst();

  private static Feed feed(RandomGenerator random) {
    var values = new Values(random);
    Map<Column, List<Value>> columns = new LinkedHashMap<>();
    for (Type type : Type.values()) {
      for (Nulls nulls : Nulls.values()) {
        for (Variety variety : Variety.values()) {
          var column =
              new Column((type + "_" + nulls + "_" + variety).toLowerCase(Locale.ROOT), type);
          List<Value> different =
              Stream.generate(() -> values.present(type)).limit(variety.different).toList();
          columns.put(
              column,
              IntStream.range(0, ITEMS).mapToObj(row -> value(row, nulls, different)).toList());
        }
      }
    }
    var items = new ArrayList<Item>();
    List<Item> others = items(Feeds.of(random, ITEMS));
    for (int row = 0; row < ITEMS; row++) {
      int at = row;
      Stream<Value> own = columns.values().stream().map(column -> column.get(at));
      Stream<Value> other = Stream.of(others.get(row).copy(Feeds.SCHEMA.size()));
      items.add(new Item(row, Stream.concat(other, own).toArray(Value[]::new)));
    }
    var schema = new ArrayList<>(Feeds.SCHEMA.columns());
    schema.addAll(columns.keySet());
    return Feed.of(new Schema(schema), items);
  }

  private static Value value(int row, Nulls nulls, List<Value> different) {
    boolean isNull = nulls == Nulls.ALL || (nulls == Nulls.SOME && row % 5 == 2);
    return isNull ? Null.NULL : different.get(row % different.size());
  }

  private static List<Item> items(Feed feed) {
    var items = new ArrayList<Item>();
    feed.forEach(items::add);
    return items;
  }

  static Stream<Class<?>> expressions() {
    return Constructs.records(Expression.class);
  }

  @Test
  void columns_ofTheBlock_haveEveryForm() {
    Batch batch = Batch.of(COMPACT, FEED.schema().size());
    assertThat(IntStream.range(0, FEED.schema().size()).mapToObj(batch::column))
        .extracting(Vector::getClass)
        .extracting(Class::getSimpleName)
        .contains("Numbers", "Texts", "Coded", "Constant", "Plain", "Lists", "Maps");
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void of_columnsOfEveryForm_hasTheValuesOfTheClosure(Class<?> construct) {
    int compared = 0;
    for (Expression sample : Constructs.samples(construct, SAMPLES)) {
      int operands = Construct.children(sample).size();
      for (int operand = 0; operand < Math.max(1, operands); operand++) {
        for (int column = 0; column < FEED.schema().size(); column++) {
          Expression expression = operands == 0 ? sample : reading(sample, operand, column);
          if (isAllowed(expression)) {
            check(expression);
            compared++;
          }
        }
      }
    }
    assertThat(compared)
        .as("cases of %s: columns of type any at the least", construct.getSimpleName())
        .isGreaterThanOrEqualTo(Nulls.values().length * Variety.values().length);
  }

  /// An expression with one operand read from a column.
  private static Expression reading(Expression sample, int operand, int column) {
    var field = new Field(FEED.schema().columns().get(column).name());
    var next = new int[1];
    return Construct.rebuilt(sample, child -> next[0]++ == operand ? field : child);
  }

  private static boolean isAllowed(Expression expression) {
    try {
      Plan.of(List.of(new SetFields(new TreeMap<>(Map.of("made", expression)))), FEED.schema());
      return true;
    } catch (PlanException notAllowed) {
      return false;
    }
  }

  private static void check(Expression expression) {
    List<@Nullable Value> expected = expected(expression);
    Kernel kernel = new Kernels(FEED.schema(), List.of()).of(expression);
    int[] some = IntStream.range(0, ITEMS).filter(row -> row % 3 != 1).toArray();
    for (List<Item> items : List.of(OBJECTS, COMPACT)) {
      check(expression, kernel, Batch.of(items, FEED.schema().size()), expected);
      List<@Nullable Value> selected = new ArrayList<>();
      for (int row : some) {
        selected.add(expected.get(row));
      }
      check(expression, kernel, Batch.of(items, FEED.schema().size()).at(some), selected);
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
    RowExpression.Evaluation closure = RowExpression.of(expression, FEED.schema()).begin();
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
}
