package dev.millrace.evaluator.vectorised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.engine.Answer;
import dev.millrace.engine.Chunking;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunOptions;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.feed.Column;
import dev.millrace.feed.CompactBlock;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Group, deduplicate and sort by keys that are codes of one dictionary, of several, of none, or of
/// each in some blocks, against the reference. The seed of a failure is in its name.
class KeysByCodeTest {
  private static final Schema SCHEMA =
      Schema.of(
          new Column("brand", Type.TEXT),
          new Column("size", Type.NUMBER),
          new Column("sku", Type.TEXT),
          new Column("price", Type.NUMBER));

  /// How the items of a feed are held.
  enum Held {
    OBJECTS,
    ONE_DICTIONARY,
    A_DICTIONARY_FOR_EACH_BLOCK,
    ANY;

    Feed hold(Feed objects, RandomGenerator random) {
      return switch (this) {
        case OBJECTS -> objects;
        case ONE_DICTIONARY -> objects.compact();
        case A_DICTIONARY_FOR_EACH_BLOCK -> inBlocks(objects, random, List.of(this));
        case ANY -> inBlocks(objects, random, List.of(Held.values()));
      };
    }

    private static Feed inBlocks(Feed objects, RandomGenerator random, List<Held> forms) {
      Feed compact = objects.compact();
      var pieces = new ArrayList<List<Item>>();
      for (int from = 0; from < objects.size(); ) {
        int to = Math.min(objects.size(), from + 1 + random.nextInt(200));
        List<Item> items = new ArrayList<>();
        objects.iterator(from, to).forEachRemaining(items::add);
        switch (forms.get(random.nextInt(forms.size()))) {
          case OBJECTS -> pieces.add(items);
          case ONE_DICTIONARY -> pieces.addAll(compact.pieces(from, to));
          case A_DICTIONARY_FOR_EACH_BLOCK, ANY -> pieces.add(CompactBlock.of(items));
        }
        from = to;
      }
      return Feed.ofPieces(objects.schema(), pieces);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static Feed feed(RandomGenerator random) {
    int brands = 1 + random.nextInt(100);
    int skus = 1 + random.nextInt(2_000);
    int nulls = random.nextInt(3);
    var items = new ArrayList<Item>();
    for (int size = random.nextInt(2_500); items.size() < size; ) {
      items.add(
          new Item(
              items.size(),
              orNull(Text.of("Brand " + random.nextInt(brands)), nulls, random),
              orNull(Decimal.of(random.nextInt(30), random.nextInt(3)), nulls, random),
              orNull(Text.of("sku " + random.nextInt(skus)), nulls, random),
              orNull(price(random), nulls, random)));
    }
    return Feed.of(SCHEMA, items);
  }

  private static Value orNull(Value value, int nulls, RandomGenerator random) {
    return random.nextInt(10) < nulls ? Null.NULL : value;
  }

  private static Value price(RandomGenerator random) {
    return random.nextInt(3_000) == 0
        ? Decimal.of(Long.MAX_VALUE - random.nextInt(3))
        : Decimal.of(random.nextInt(-500, 100_000), random.nextInt(4));
  }

  private static Expression key(RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Field("size");
      case 1 -> new Field("sku");
      case 2 -> new Lower(new Field("brand"));
      case 3 -> new Literal(Bool.TRUE);
      default -> new Field("brand");
    };
  }

  private static List<Expression> keys(RandomGenerator random) {
    return random.ints(1 + random.nextInt(3)).mapToObj(_ -> key(random)).toList();
  }

  private static <E> E any(E[] all, RandomGenerator random) {
    return all[random.nextInt(all.length)];
  }

  private static Action action(RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> group(random);
      case 1 -> {
        Keep keep = any(Keep.values(), random);
        boolean compares = keep == Keep.MIN || keep == Keep.MAX;
        yield new Deduplicate(keys(random), keep, compares ? new Field("price") : null);
      }
      default ->
          new Sort(
              keys(random).stream()
                  .map(by ->
                      new SortKey(
                          by, any(SortOrder.values(), random), any(NullOrder.values(), random)))
                  .toList());
    };
  }

  private static Group group(RandomGenerator random) {
    List<String> by =
        switch (random.nextInt(5)) {
          case 0 -> List.of();
          case 1 -> List.of("brand");
          case 2 -> List.of("sku");
          case 3 -> List.of("brand", "size");
          default -> List.of("size", "sku", "brand");
        };
    SequencedMap<String, Aggregate> into = new LinkedHashMap<>();
    into.put("all", new Aggregate.Count(new Literal(Bool.TRUE)));
    into.put("prices", new Aggregate.Count(new Field("price")));
    into.put("skus", new Aggregate.Count(new Field("sku")));
    into.put("total", new Aggregate.Sum(new Field("price")));
    into.put("sizes", new Aggregate.Sum(new Field("size")));
    into.put("mean", new Aggregate.Avg(new Field("price"), random.nextInt(4), null));
    into.put("least", new Aggregate.Min(new Field("sku")));
    into.put("most", new Aggregate.Max(new Field("size")));
    into.put("first", new Aggregate.First(new Field("sku")));
    return new Group(by, into);
  }

  private static void check(List<Action> actions, Feed objects, List<Feed> held) {
    var plan = Plan.of(actions, SCHEMA);
    var options = new RunOptions(2, 1, OnError.FAIL).with(new Chunking.Fixed(300));
    Answer expected = Answer.of(Engines.EAGER.engine(), plan, objects, options);
    for (Feed given : held) {
      for (Engines engine : List.of(Engines.VECTORISED, Engines.WORKOR_VECTORISED)) {
        assertThat(Answer.of(engine.engine(), plan, given, options))
            .as(() -> engine + ": " + plan.steps())
            .isEqualTo(expected);
      }
    }
  }

  private static List<Feed> inAnyForm(Feed objects, RandomGenerator random) {
    return Stream.of(Held.values()).map(held -> held.hold(objects, random)).toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void run_keysInAnyForm_givesWhatTheReferenceGives(long seed) {
    var random = new SplittableRandom(seed);
    Feed objects = feed(random);
    Action action = action(random);
    check(List.of(action), objects, inAnyForm(objects, random));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void run_severalOneAfterAnother_givesWhatTheReferenceGives(long seed) {
    var random = new SplittableRandom(seed);
    Feed objects = feed(random);
    List<Action> actions =
        List.of(
            new Deduplicate(List.of(new Field("sku")), Keep.LAST, null),
            new Sort(List.of(new SortKey(new Field("brand"), null, null))),
            new Deduplicate(List.of(new Field("size"), new Field("brand")), Keep.FIRST, null),
            group(random));
    check(actions, objects, inAnyForm(objects, random));
  }

  @ParameterizedTest
  @EnumSource
  void group_sumsAtTheEdgesOfLong_areExact(Held held) {
    var random = new SplittableRandom(1);
    List<BigDecimal> edges =
        List.of(
            new BigDecimal(Long.MAX_VALUE),
            new BigDecimal(Long.MIN_VALUE),
            new BigDecimal(-Long.MAX_VALUE),
            BigDecimal.ONE.negate(),
            new BigDecimal("9223372036854775.807"),
            new BigDecimal("1e400"),
            new BigDecimal("0.001"));
    var items = new ArrayList<Item>();
    for (BigDecimal one : edges) {
      for (BigDecimal other : edges) {
        for (BigDecimal number : List.of(one, other)) {
          Value brand = Text.of(one + " and " + other);
          items.add(new Item(items.size(), brand, Decimal.ONE, Text.of("sku"), Decimal.of(number)));
        }
      }
    }
    Feed objects = Feed.of(SCHEMA, items);
    check(List.of(group(random)), objects, List.of(held.hold(objects, random)));
    Feed inLongs = Feed.of(SCHEMA, items.subList(14, 18));
    check(List.of(group(random)), inLongs, List.of(held.hold(inLongs, random)));
  }
}
