package dev.millrace.io.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random feeds, written in every format and read again. The seed is the case's name.
class RoundTripTest {
  private static final List<String> PIECES =
      List.of(
          "a", "\"", ",", "\n", "\r", "\r\n", " ", "\t", "ä", "🔥", "e\u0301", "[", "{", "\\", "0",
          "1.5", "true", "\u2028", "\u0001", ";", "'", "\uFEFF");

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void write_randomFeed_readsBackTheSame(long seed) {
    Feed feed = feed(new Random(seed));
    for (String extension : FeedFormat.allExtensions()) {
      Path file = folder.resolve("feed." + extension + (seed % 2 == 0 ? ".gz" : ""));
      FeedFormat format = FeedFormat.of(file);
      assertThat(format).isNotNull();
      FeedWriter.write(feed, format, file);
      Feed read = Feeds.read(file, ReadOptions.DEFAULT);
      assertThat(read.schema()).as(extension).isEqualTo(feed.schema());
      assertThat(Feeds.rows(read)).as(extension).isEqualTo(Feeds.rows(feed));
    }
  }

  /// A feed whose first item shows the types of its columns.
  private static Feed feed(Random random) {
    var schema =
        Schema.of(
            new Column("t", Type.TEXT),
            new Column("n", Type.NUMBER),
            new Column("b", Type.BOOLEAN),
            new Column("l", Type.LIST),
            new Column(text(random) + "m", Type.MAP));
    var items = new ArrayList<Item>();
    items.add(
        new Item(0, Text.of("text"), Decimal.ONE, Bool.TRUE, ListValue.EMPTY, MapValue.EMPTY));
    int count = random.nextInt(50);
    for (int row = 1; row <= count; row++) {
      items.add(
          new Item(
              row,
              orNull(random, Text.of(text(random))),
              orNull(random, number(random)),
              orNull(random, Bool.of(random.nextBoolean())),
              orNull(random, list(random)),
              orNull(random, MapValue.of(Map.of(text(random), list(random))))));
    }
    return Feed.of(schema, items);
  }

  private static Value orNull(Random random, Value value) {
    return random.nextInt(5) == 0 ? Null.NULL : value;
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static Decimal number(Random random) {
    var digits = new BigInteger(random.nextInt(120), random);
    var number = new BigDecimal(digits, random.nextInt(30));
    return Decimal.of(random.nextBoolean() ? number : number.negate());
  }

  private static ListValue list(Random random) {
    return new ListValue(List.of(Text.of(text(random)), Null.NULL, number(random)));
  }
}
