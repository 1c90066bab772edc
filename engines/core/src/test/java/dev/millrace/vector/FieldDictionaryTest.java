package dev.millrace.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldDictionaryTest {
  private static final int BLOCK = 1_000;

  /// The columns of a field in blocks, each made for itself.
  private static List<Value[]> blocks(int count, IntFunction<Value> value) {
    return IntStream.range(0, count)
        .mapToObj(block ->
            IntStream.range(0, BLOCK)
                .mapToObj(i -> value.apply(block * BLOCK + i))
                .toArray(Value[]::new))
        .toList();
  }

  /// Shares a dictionary between columns, and checks that no value has changed.
  private static Vector[] share(List<Value[]> blocks) {
    Vector[] columns =
        blocks.stream()
            .map(values -> Vector.of(values, new SharedValues(BLOCK)))
            .toArray(Vector[]::new);
    Vector[] shared =
        FieldDictionary.share(columns, blocks.stream().mapToInt(values -> values.length).toArray());
    for (int i = 0; i < shared.length; i++) {
      Value[] values = blocks.get(i);
      for (int j = 0; j < values.length; j++) {
        assertThat(shared[i].get(j)).isEqualTo(values[j]);
      }
      assertThat(values(shared[i].dense(values.length), values.length)).containsExactly(values);
    }
    return shared;
  }

  private static Value[] values(Vector vector, int size) {
    Vector decoded = vector instanceof Coded coded ? coded.decoded(size) : vector;
    return IntStream.range(0, size).mapToObj(decoded::get).toArray(Value[]::new);
  }

  private static List<Dictionary> dictionaries(Vector[] columns) {
    var dictionaries = new ArrayList<Dictionary>();
    for (Vector column : columns) {
      if (column instanceof Coded(var dictionary, _)) {
        dictionaries.add(dictionary);
      }
    }
    return dictionaries;
  }

  @Test
  void share_textsThatRepeatInOtherBlocks_getOneDictionary() {
    var random = new SplittableRandom(1);
    Vector[] shared =
        share(
            blocks(
                8,
                i -> {
                  int number = random.nextInt(2_001);
                  return number == 0 ? Null.NULL : Text.of("brand " + number);
                }));
    assertThat(dictionaries(shared)).hasSize(8);
    assertThat(dictionaries(shared).stream().distinct()).hasSize(1);
    Dictionary dictionary = dictionaries(shared).getFirst();
    assertThat(dictionary.isDistinct()).isTrue();
    assertThat(IntStream.range(0, dictionary.size()).mapToObj(dictionary::get))
        .doesNotHaveDuplicates();
  }

  @Test
  void share_moreTextsThanAreKeptAsObjects_areCodesOfTextsInOneArray() {
    var random = new SplittableRandom(2);
    Vector[] shared =
        share(
            blocks(
                40,
                i -> random.nextInt(100) == 0 ? Null.NULL : Text.of("é" + random.nextInt(9_000))));
    Dictionary dictionary = dictionaries(shared).getFirst();
    assertThat(dictionaries(shared)).containsOnly(dictionary).hasSize(40);
    assertThat(dictionary.size()).isGreaterThan(8_000);
    assertThat(dictionary.get(5)).isEqualTo(dictionary.get(5)).isNotSameAs(dictionary.get(5));
  }

  @Test
  void share_moreTextsThanADictionaryHolds_staysAsItIs() {
    List<Value[]> overlapping = blocks(300, i -> Text.of("text " + (i / BLOCK * 900 + i % BLOCK)));
    assertThat(dictionaries(share(overlapping))).isEmpty();
  }

  @Test
  void share_textsThatHardlyRepeat_staysAsItIs() {
    assertThat(dictionaries(share(blocks(10, i -> Text.of("title " + i))))).isEmpty();
  }

  @Test
  void share_blocksWithSmallDictionariesOfTheirOwn_keepsThem() {
    Vector[] shared = share(blocks(8, i -> Text.of("day " + i / 5)));
    assertThat(dictionaries(shared).stream().distinct()).hasSize(8);
  }

  @Test
  void share_fewValuesInAllBlocks_getOneDictionary() {
    Vector[] shared = share(blocks(4, i -> Decimal.of(i % 200, 1)));
    assertThat(dictionaries(shared).stream().distinct()).hasSize(1);
    assertThat(shared[0].dense(BLOCK)).isInstanceOf(Coded.class);
    assertThat(((Coded) shared[0]).decoded(BLOCK)).isInstanceOf(Numbers.class);
  }

  @Test
  void share_numbersThatHardlyRepeatInABlock_staysAsItIs() {
    Vector[] shared = share(blocks(4, i -> i < BLOCK ? Decimal.of(i % 9) : Decimal.of(i)));
    assertThat(shared[0]).isInstanceOf(Coded.class);
    assertThat(Arrays.copyOfRange(shared, 1, 4)).hasOnlyElementsOfType(Numbers.class);
  }

  @Test
  void share_oneValueInABlock_staysOneValue() {
    Vector[] shared =
        share(blocks(4, i -> i < BLOCK ? Text.of("same") : Text.of("brand " + i % 1_500)));
    assertThat(shared[0]).isInstanceOf(Constant.class);
    assertThat(dictionaries(shared)).hasSize(3);
  }

  @Test
  void share_noBlocks_givesNone() {
    assertThat(share(List.of())).isEmpty();
  }
}
