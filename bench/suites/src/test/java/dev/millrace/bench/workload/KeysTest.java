package dev.millrace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeysTest {
  private static final int ITEMS = 10_000;
  private static final Comparator<Value> ORDER =
      Comparator.comparing(key -> ((Decimal) key).toBigDecimal());

  @ParameterizedTest
  @CsvSource({
    "DISTINCT, 10000, 10000",
    "FEW, 90, 100",
    "EQUAL, 1, 1",
    "ZIPF, 1000, 6000",
    "PRESORTED, 10000, 10000",
    "REVERSED, 10000, 10000"
  })
  void feed_kind_hasAsManyDifferentKeysAsItSays(Keys kind, int least, int most) {
    assertThat(keys(kind.feed(ITEMS)).stream().distinct().count())
        .isBetween((long) least, (long) most);
  }

  @Test
  void feed_zipf_hasHalfOfTheItemsInOneInAHundredKeys() {
    List<Value> keys = keys(Keys.ZIPF.feed(ITEMS));
    Value hundredth = Decimal.of(ITEMS / 100);
    assertThat(keys.stream().filter(key -> ORDER.compare(key, hundredth) < 0).count())
        .isBetween(4_500L, 5_500L);
  }

  @Test
  void feed_order_isWhatTheNameSays() {
    assertThat(keys(Keys.PRESORTED.feed(ITEMS))).isSortedAccordingTo(ORDER);
    assertThat(keys(Keys.REVERSED.feed(ITEMS)))
        .isSortedAccordingTo(Collections.reverseOrder(ORDER));
    assertThat(keys(Keys.DISTINCT.feed(ITEMS))).isNotEqualTo(keys(Keys.PRESORTED.feed(ITEMS)));
  }

  @ParameterizedTest
  @EnumSource
  void feed_twice_isTheSame(Keys kind) {
    assertThat(Answer.of(kind.feed(100))).isEqualTo(Answer.of(kind.feed(100)));
  }

  private static List<Value> keys(Feed feed) {
    var keys = new ArrayList<Value>();
    for (Item item : feed) {
      keys.add(item.get(0));
    }
    return keys;
  }
}
