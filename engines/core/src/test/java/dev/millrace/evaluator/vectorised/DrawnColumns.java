package dev.millrace.evaluator.vectorised;

import dev.millrace.evaluator.vectorised.EvaluationCase.Kind;
import dev.millrace.evaluator.vectorised.EvaluationCase.Nulls;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.generate.Feeds;
import dev.millrace.generate.Values;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Columns of every kind, drawn by chance.
final class DrawnColumns {
  /// How many values a column has.
  static final int ITEMS = 40;

  private static final int[] VARIETIES = {ITEMS, 3, 1};
  private static final long LARGEST_TAME = 1_000_000;
  // ANY stands last.
  private static final List<Type> TYPES = List.of(Type.values());

  private DrawnColumns() {}

  /// A column.
  ///
  /// @param type the type in the schema
  /// @param nulls which values are null
  /// @param values the values
  record Drawn(Type type, Nulls nulls, List<Value> values) {
    /// The kinds it is of: in a block, and when it is read from a list of items.
    Set<Kind> kinds() {
      List<Item> items = values.stream().map(value -> new Item(0, value)).toList();
      Feed feed = Feed.of(Schema.of(new Column("x", type)), items);
      List<Item> block = feed.compact().pieces(0, ITEMS).getFirst();
      return Stream.of(Batch.of(block, 1).column(0), Batch.of(items, 1).field(0))
          .map(vector -> new Kind(type, nulls, vector.getClass().getSimpleName()))
          .collect(Collectors.toSet());
    }
  }

  /// All kinds that columns of many seeds are of.
  static Set<Kind> kinds(long firstSeed, int seeds) {
    Set<Kind> kinds = new LinkedHashSet<>();
    for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
      drawn(new SplittableRandom(seed)).forEach(column -> kinds.addAll(column.kinds()));
    }
    return kinds;
  }

  /// A feed with the columns of generated feeds, and behind them one or more of each kind.
  static Feed feed(long firstSeed, int seeds) {
    Set<Kind> seen = new HashSet<>();
    List<Drawn> kept = new ArrayList<>();
    for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
      for (Drawn column : drawn(new SplittableRandom(seed))) {
        if (seen.addAll(column.kinds())) {
          kept.add(column);
        }
      }
    }
    return feed(Feeds.of(new SplittableRandom(firstSeed), ITEMS), kept);
  }

  private static Feed feed(Feed generated, List<Drawn> more) {
    var columns = new ArrayList<>(generated.schema().columns());
    more.forEach(column -> columns.add(new Column("c" + columns.size(), column.type())));
    var items = new ArrayList<Item>();
    for (Item item : generated) {
      Stream<Value> own = Stream.of(item.copy(generated.schema().size()));
      int row = items.size();
      Stream<Value> others = more.stream().map(column -> column.values().get(row));
      items.add(new Item(row, Stream.concat(own, others).toArray(Value[]::new)));
    }
    return Feed.of(new Schema(columns), items);
  }

  private static List<Drawn> drawn(RandomGenerator random) {
    var columns = new ArrayList<Drawn>();
    for (Type type : Type.values()) {
      for (Nulls nulls : Nulls.values()) {
        for (int variety : VARIETIES) {
          columns.add(drawn(type, nulls, variety, wild(type, random)));
          columns.add(drawn(type, nulls, variety, tame(type, random)));
        }
      }
    }
    return columns;
  }

  private static Drawn drawn(Type type, Nulls nulls, int variety, Supplier<Value> values) {
    List<Value> different = Stream.generate(values).limit(variety).toList();
    return new Drawn(
        type,
        nulls,
        IntStream.range(0, ITEMS)
            .mapToObj(row -> isNull(nulls, row) ? Null.NULL : different.get(row % variety))
            .toList());
  }

  private static boolean isNull(Nulls nulls, int row) {
    return switch (nulls) {
      case NONE -> false;
      case SOME -> row % 5 == 2;
      case ALL -> true;
    };
  }

  private static Supplier<Value> wild(Type type, RandomGenerator random) {
    var values = new Values(random);
    return () -> values.present(type);
  }

  /// Values of one kind, numbers among them that fit a long of a common scale.
  private static Supplier<Value> tame(Type type, RandomGenerator random) {
    var values = new Values(random);
    Type held = type == Type.ANY ? TYPES.get(random.nextInt(TYPES.size() - 1)) : type;
    return () ->
        Stream.generate(() -> values.present(held))
            .filter(DrawnColumns::isTame)
            .findFirst()
            .orElseThrow();
  }

  private static boolean isTame(Value value) {
    return !(value instanceof Decimal number)
        || (number.isCompact() && Math.abs(number.unscaled()) < LARGEST_TAME);
  }
}
