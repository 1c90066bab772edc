package dev.millrace.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.generate.Feeds;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompactFeedTest {
  private static final Schema ONE_COLUMN = Schema.of(new Column("c", Type.ANY));

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static List<Item> items(Iterator<Item> items) {
    var list = new ArrayList<Item>();
    items.forEachRemaining(list::add);
    return list;
  }

  private static List<Item> items(Feed feed) {
    return items(feed.iterator());
  }

  private static CompactBlock block(Value... values) {
    return CompactBlock.of(
        IntStream.range(0, values.length).mapToObj(i -> new Item(10L * i, values[i])).toList());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void compact_generatedFeed_hasTheSameItems(long seed) {
    var random = new SplittableRandom(seed);
    Feed feed = Feeds.of(random);
    List<Item> expected = items(feed);
    var builder = new CompactFeedBuilder(1 + random.nextInt(20));
    feed.forEach(builder::add);
    for (Feed compact : List.of(feed.compact(), builder.build(feed.schema()))) {
      assertThat(compact.schema()).isEqualTo(feed.schema());
      assertThat(compact.size()).isEqualTo(feed.size());
      assertThat(items(compact)).isEqualTo(expected);
      int from = random.nextInt(feed.size() + 1);
      int to = from + random.nextInt(feed.size() - from + 1);
      assertThat(items(compact.iterator(from, to))).isEqualTo(expected.subList(from, to));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void hold_objectsAndItemsOfBlocks_areTheSameItems(long seed) {
    Feed feed = Feeds.of(new SplittableRandom(seed), 30);
    List<Item> objects = items(feed);
    List<Item> ofBlocks = items(feed.compact());
    ofBlocks.forEach(item -> item.copy(item.size()));
    var mixed = new ArrayList<>(objects.subList(0, objects.size() / 2));
    mixed.addAll(ofBlocks.subList(objects.size() / 2, objects.size()));
    for (List<Item> given : List.of(objects, ofBlocks, mixed)) {
      for (Storage storage : Storage.values()) {
        assertThat(storage.hold(given)).isEqualTo(objects);
      }
    }
  }

  @Test
  void hold_compact_changesStay() {
    Item changed = block(Text.of("a"), Text.of("b")).get(1).with(new Value[] {Text.of("c")});
    assertThat(Storage.COMPACT.hold(List.of(changed))).containsExactly(new Item(10, Text.of("c")));
  }

  @Test
  void hold_compact_keepsNoObjectOfWhatItWasGiven() {
    List<Item> items =
        IntStream.range(0, 10).mapToObj(i -> new Item(i, Text.of("text " + i))).toList();
    List<Item> held = Storage.COMPACT.hold(items);
    for (int i = 0; i < items.size(); i++) {
      Value value = items.get(i).get(0);
      assertThat(held.get(i).get(0)).isEqualTo(value).isNotSameAs(value);
    }
  }

  @Test
  void hold_itemsOfABlock_letsGoOfTheirValues() {
    Item item = block(Text.of("a"), Text.of("b")).get(0);
    Value made = item.get(0);
    assertThat(Storage.COMPACT.hold(List.of(item)).getFirst().get(0)).isNotSameAs(made);
  }

  @Test
  void hold_moreItemsThanABlockHas_areAllThere() {
    List<Item> items =
        IntStream.range(0, 10_000).mapToObj(i -> new Item(i, Decimal.of(i))).toList();
    assertThat(Storage.COMPACT.hold(items)).isEqualTo(items);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void get_oneValueOfACompactItem_isThatOfTheObject(long seed) {
    var random = new SplittableRandom(seed);
    Feed feed = Feeds.of(random, 30);
    List<Item> compact = items(feed.compact());
    for (Item item : feed) {
      Item same = compact.get((int) item.row());
      int column = random.nextInt(item.size());
      assertThat(same.get(column)).isEqualTo(item.get(column));
      assertThat(same.get(column)).as("kept").isSameAs(same.get(column));
      assertThat(same).hasToString(item.toString()).hasSameHashCodeAs(item);
      assertThat(same.copy(12)).startsWith(item.copy(item.size()));
      assertThat(same.copy(12)[11]).isNull();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withAndSelect_chained_giveWhatTheyGiveOfObjects(long seed) {
    var random = new SplittableRandom(seed);
    Feed feed = Feeds.of(random, 20);
    List<Item> compact = items(feed.compact());
    for (Item item : feed) {
      Item same = compact.get((int) item.row());
      for (int step = random.nextInt(5); step >= 0; step--) {
        long replay = random.nextLong();
        item = changed(item, new SplittableRandom(replay));
        same = changed(same, new SplittableRandom(replay));
      }
      assertThat(same).isEqualTo(item);
    }
  }

  private static Item changed(Item item, SplittableRandom random) {
    if (random.nextBoolean()) {
      int width = item.size() + random.nextInt(3);
      var changes = new @Nullable Value[width];
      for (int i = 0; i < width; i++) {
        changes[i] = i >= item.size() || random.nextInt(4) == 0 ? Decimal.of(i) : null;
      }
      return item.with(changes);
    }
    int size = random.nextInt(item.size() + 2);
    int[] columns = random.ints(size, -1, item.size()).toArray();
    if (size > 0 && columns[0] >= 0) {
      assertThat(item.get(columns[0])).isEqualTo(item.select(columns).get(0));
    }
    return random.nextInt(4) == 0
        ? item.select(columns).at(random.nextLong())
        : item.select(columns);
  }

  @Test
  void compact_compactFeed_isItself() {
    Feed feed = Feeds.of(new SplittableRandom(1), 50).compact();
    assertThat(feed.compact()).isSameAs(feed);
  }

  @Test
  void compact_manyItems_cutsBlocks() {
    List<Item> items =
        LongStream.range(0, 5_000).mapToObj(i -> new Item(3 * i, Decimal.of(i))).toList();
    Feed compact = Feed.of(ONE_COLUMN, items).compact();
    assertThat(items(compact)).isEqualTo(items);
    assertThat(items(compact.iterator(1_020, 2_050))).isEqualTo(items.subList(1_020, 2_050));
  }

  @Test
  void compact_longTexts_cutsBlocksEarlier() {
    var text = Text.of("x".repeat(300_000));
    List<Value> values =
        List.of(text, new ListValue(List.of(text)), MapValue.of(Map.of("k", text)), Null.NULL);
    var builder = new CompactFeedBuilder();
    values.forEach(builder::add);
    Feed feed = builder.build(ONE_COLUMN);
    assertThat(items(feed)).extracting(item -> item.get(0)).isEqualTo(values);
    assertThat(builder)
        .extracting("blocks")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(2);
  }

  @Test
  void block_items_keepTheirRowsAndPlaces() {
    CompactBlock block = block(Text.of("a"), Null.NULL, Text.of("c"));
    assertThat(block).hasSize(3).containsExactly(block.get(0), block.get(1), block.get(2));
    assertThat(block.get(2)).isEqualTo(new Item(20, Text.of("c")));
    assertThat(block.subList(1, 3)).extracting(Item::row).containsExactly(10L, 20L);
    assertThat(CompactBlock.of(List.of())).isEmpty();
  }

  @Test
  void block_itemsOfFewerValues_getNulls() {
    var block = CompactBlock.of(List.of(new Item(0), new Item(1, Text.of("a"), Text.of("b"))));
    assertThat(block.getFirst()).isEqualTo(new Item(0, Null.NULL, Null.NULL));
  }

  @Test
  void get_placeOutsideOfTheBlock_isRefused() {
    CompactBlock block = block(Text.of("a"));
    assertThatThrownBy(() -> block.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> block.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @EnumSource(Storage.class)
  void build_itemsThatGrow_areFilledWithNulls(Storage storage) {
    var builder = FeedBuilder.of(storage);
    for (int i = 0; i < 2_000; i++) {
      builder.add(Decimal.of(i));
    }
    builder.add(Decimal.ONE, Text.of("late"));
    Feed feed = builder.build(Schema.of(new Column("a", Type.NUMBER), new Column("b", Type.TEXT)));
    List<Item> items = items(feed);
    assertThat(items).hasSize(2_001);
    assertThat(items.getFirst()).isEqualTo(new Item(0, Decimal.ZERO, Null.NULL));
    assertThat(items.get(1_999)).isEqualTo(new Item(1_999, Decimal.of(1_999), Null.NULL));
    assertThat(items.getLast()).isEqualTo(new Item(2_000, Decimal.ONE, Text.of("late")));
  }

  @ParameterizedTest
  @EnumSource(Storage.class)
  void convert_valuesThatCanBe_convertsAll(Storage storage) {
    var builder = FeedBuilder.of(storage);
    List<Value> numbers = LongStream.range(0, 3_000).<Value>mapToObj(Decimal::of).toList();
    numbers.forEach(number -> builder.add(Text.of(number.toString()), Text.of("x")));
    assertThat(builder.convert(0, text -> Decimal.parse(text.toString()))).isTrue();
    Feed feed = builder.build(Schema.of(new Column("n", Type.NUMBER), new Column("t", Type.TEXT)));
    assertThat(items(feed)).extracting(item -> item.get(0)).isEqualTo(numbers);
    assertThat(items(feed)).extracting(item -> item.get(1)).containsOnly(Text.of("x"));
  }

  @ParameterizedTest
  @EnumSource(Storage.class)
  void convert_oneThatCannotBe_convertsNone(Storage storage) {
    var builder = FeedBuilder.of(storage);
    for (int i = 0; i < 3_000; i++) {
      builder.add(Text.of(i == 2_999 ? "none" : "1"));
    }
    assertThat(builder.convert(0, text -> Decimal.parse(text.toString()))).isFalse();
    assertThat(items(builder.build(ONE_COLUMN)))
        .extracting(item -> item.get(0))
        .contains(Text.of("1"), Text.of("none"))
        .doesNotContain(Decimal.ONE);
  }

  @Test
  void ofLabel_labels_nameTheStorages() {
    assertThat(Storage.labels()).containsExactly("objects", "compact");
    assertThat(Storage.labels()).map(Storage::ofLabel).containsExactly(Storage.values());
    assertThat(Storage.ofLabel("rope")).isNull();
  }

  @Test
  void get_valueThatAnItemWasNotGiven_isRefused() {
    var item = new Item(7, new Item(7, Text.of("a")).copy(2));
    assertThatThrownBy(() -> item.get(1)).hasMessage("row 7 has no value in column 1");
  }
}
