package dev.millrace.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.feed.Type;
import dev.millrace.generate.Values;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorTest {
  private static final SharedValues NOTHING_SHARED = new SharedValues(0);

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static Vector check(SharedValues shared, Value... values) {
    var column = Vector.of(values, shared);
    for (int i = 0; i < values.length; i++) {
      assertThat(column.get(i)).isEqualTo(values[i]);
    }
    return column;
  }

  /// The values and, between them, nulls.
  private static Value[] withNulls(Stream<? extends Value> values) {
    return values.flatMap(value -> Stream.of(value, Null.NULL)).toArray(Value[]::new);
  }

  private static <T> Value[] each(Function<T, Value> maker, List<T> arguments) {
    return withNulls(arguments.stream().map(maker));
  }

  private static Value number(String numeral) {
    return Decimal.of(new BigDecimal(numeral));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_randomValues_givesThemBack(long seed) {
    var random = new SplittableRandom(seed);
    var values = new Values(random);
    for (Type type : Type.values()) {
      int size = random.nextInt(40);
      Value[] column = Stream.generate(() -> values.of(type)).limit(size).toArray(Value[]::new);
      check(new SharedValues(random.nextInt(20)), column);
    }
  }

  @Test
  void of_texts_keepsEveryChar() {
    var texts =
        List.of(
            "plain",
            "",
            "Größe\u00ff",
            "\u0100",
            "шарф",
            "a😀b",
            "\ud83d",
            "\ude00\ud83d",
            "\u0000");
    assertThat(check(NOTHING_SHARED, each(Text::of, texts))).isInstanceOf(Texts.class);
  }

  @Test
  void of_randomChars_keepsEveryChar() {
    var random = new SplittableRandom(1);
    var texts =
        Stream.generate(() -> chars(random)).limit(2_000).map(Text::of).toArray(Value[]::new);
    assertThat(check(NOTHING_SHARED, texts)).isInstanceOf(Texts.class);
  }

  /// Some chars, half of them surrogates.
  private static String chars(SplittableRandom random) {
    var chars = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int surrogate = random.nextInt(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1);
      chars.append((char) (random.nextBoolean() ? surrogate : random.nextInt(1 << 16)));
    }
    return chars.toString();
  }

  @Test
  void get_emptyText_isTheSharedOne() {
    Value[] texts = each(Text::of, List.of("a", "", "b", "c"));
    assertThat(check(NOTHING_SHARED, texts).get(2)).isSameAs(Text.EMPTY);
  }

  @Test
  void of_numbersThatFitOneScale_areFlat() {
    var numerals = List.of("0", "-12.5", "3.125", "1e15", "9223372036854775.807", "0.001");
    assertThat(check(NOTHING_SHARED, each(VectorTest::number, numerals)))
        .isInstanceOf(Numbers.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775.808",
        "-9223372036854775.808",
        "1e16",
        "0.0000000000000000001",
        "123456789012345678901234567890",
        "1e-1000"
      })
  void of_aNumberThatDoesNotFit_keepsObjects(String numeral) {
    Value[] numbers = each(VectorTest::number, List.of("0.001", numeral, "1", "2", "3"));
    assertThat(check(NOTHING_SHARED, numbers)).isInstanceOf(Plain.class);
  }

  @Test
  void of_lists_flattensTheirElements() {
    Value deep = new ListValue(List.of(Text.of("x"), new ListValue(List.of(Decimal.ONE))));
    var lists =
        withNulls(
            Stream.of(
                ListValue.EMPTY,
                new ListValue(List.of(Text.of("a"), Text.of("b"), Null.NULL)),
                new ListValue(List.of(Null.NULL)),
                new ListValue(List.of(deep, MapValue.EMPTY, deep))));
    assertThat(check(NOTHING_SHARED, lists)).isInstanceOf(Lists.class);
  }

  @Test
  void of_maps_flattensTheirEntries() {
    Value inner = MapValue.of(Map.of("k", Text.of("v")));
    var maps =
        withNulls(
            Stream.of(
                MapValue.EMPTY,
                MapValue.of(Map.of("", Decimal.ONE, "\ud83d", Null.NULL, "😀", Bool.TRUE)),
                MapValue.of(Map.of("k", inner, "l", new ListValue(List.of(inner)))),
                inner));
    assertThat(check(NOTHING_SHARED, maps)).isInstanceOf(Maps.class);
  }

  @Test
  void of_valuesOfSeveralKinds_keepsObjects() {
    var first = Decimal.of(5);
    var column = check(NOTHING_SHARED, first, Text.of("a"), Null.NULL, Text.of("b"), Text.of("c"));
    assertThat(column).isInstanceOf(Plain.class);
    assertThat(column.get(0)).isSameAs(first);
  }

  @Test
  void of_oneValueThroughout_keepsItOnce() {
    assertThat(check(NOTHING_SHARED, Text.of("a"), Text.of("a"))).isInstanceOf(Constant.class);
    assertThat(check(NOTHING_SHARED, Null.NULL, Null.NULL)).isInstanceOf(Constant.class);
    assertThat(check(NOTHING_SHARED)).isInstanceOf(Constant.class);
    assertThat(Vector.ofNulls().get(7)).isSameAs(Null.NULL);
  }

  @Test
  void of_booleans_areCodedWithoutAShare() {
    assertThat(check(NOTHING_SHARED, Bool.TRUE, Bool.FALSE, Null.NULL, Bool.TRUE))
        .isInstanceOf(Coded.class);
  }

  @Test
  void of_repeatedTexts_sharesThemBetweenColumns() {
    var shared = new SharedValues(2);
    var first = check(shared, each(Text::of, List.of("a", "b", "a", "b")));
    var second = check(shared, each(Text::of, List.of("b", "b", "a", "a")));
    assertThat(first).isInstanceOf(Coded.class);
    assertThat(second.get(0)).isSameAs(first.get(2));
  }

  @Test
  void of_moreRepeatedTextsThanMayBeShared_copiesTheirCharacters() {
    var shared = new SharedValues(2);
    assertThat(check(shared, each(Text::of, List.of("a", "b", "c", "a"))))
        .isInstanceOf(Texts.class);
    assertThat(check(shared, each(Text::of, List.of("a", "b", "a", "a"))))
        .as("the three that were refused take no room")
        .isInstanceOf(Coded.class);
  }

  @Test
  void of_mostlyDifferentTexts_copiesTheirCharacters() {
    Value[] texts = IntStream.range(0, 100).mapToObj(i -> Text.of("t" + i)).toArray(Value[]::new);
    assertThat(check(new SharedValues(1_000), texts)).isInstanceOf(Texts.class);
  }

  @Test
  void of_callersArray_isCopied() {
    Value[] values = {Text.of("a"), Decimal.ONE, Decimal.of(2), Text.of("b"), Text.of("c")};
    var column = Vector.of(values, NOTHING_SHARED);
    values[0] = Null.NULL;
    assertThat(column.get(0)).isEqualTo(Text.of("a"));
  }

  @Test
  void add_morePiecesThanAnArrayHolds_isRefused() {
    var bounds = new Bounds(3);
    assertThat(bounds.add(Bounds.MOST - 1, 3)).isTrue();
    assertThat(bounds.add(2, 1)).isFalse();
    assertThat(bounds.add(1L << 40, 1)).isFalse();
    assertThat(bounds.add(1, 2)).isTrue();
    assertThat(bounds.from(1)).isEqualTo(Bounds.MOST - 1);
    assertThat(bounds.to(1)).isEqualTo(Bounds.MOST);
    assertThat(bounds.mark(0)).isEqualTo(3);
    assertThat(bounds.mark(1)).isEqualTo(2);
    assertThat(bounds.total()).isEqualTo(Bounds.MOST);
  }

  @Test
  void sharedValues_negativeBound_isRefused() {
    assertThatThrownBy(() -> new SharedValues(-1)).hasMessage("most: -1");
  }

  @Test
  void get_aNumberBeyondLong_isExact() {
    var big = Decimal.of(new BigDecimal("123456789012345678901.5"));
    assertThat(check(NOTHING_SHARED, big, Decimal.ONE, Decimal.of(2), Decimal.of(3)).get(0))
        .isEqualTo(big);
  }
}
