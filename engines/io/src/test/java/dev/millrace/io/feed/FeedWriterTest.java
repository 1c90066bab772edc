package dev.millrace.io.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.io.file.OutputException;
import dev.millrace.io.file.TextOutput;
import dev.millrace.io.generate.FeedGenerator;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeedWriterTest {
  private static final Schema SCHEMA =
      Schema.of(
          new Column("größe", Type.TEXT),
          new Column("n", Type.NUMBER),
          new Column("b", Type.BOOLEAN),
          new Column("l", Type.LIST),
          new Column("m", Type.MAP));

  private static final Feed FEED =
      Feed.of(
          SCHEMA,
          List.of(
              item(
                  0,
                  Text.of("a,\"b\"\r\n🔥"),
                  Decimal.of(new BigDecimal("12345678901234567890.50")),
                  Bool.TRUE,
                  new ListValue(List.of(Text.of("x\""), Null.NULL)),
                  MapValue.of(Map.of("ä", Decimal.of(15, 1), "a", ListValue.EMPTY))),
              item(1, Null.NULL, Null.NULL, Null.NULL, Null.NULL, Null.NULL),
              item(2, Text.EMPTY, Decimal.ZERO, Bool.FALSE, ListValue.EMPTY, MapValue.EMPTY)));

  @TempDir Path folder;

  private static Item item(long row, Value... values) {
    return new Item(row, values);
  }

  private static String written(Feed feed, FeedFormat format) throws IOException {
    var out = new StringWriter();
    FeedWriter.write(feed, format, out);
    return out.toString();
  }

  @Test
  void write_csv_quotesWhereNeededAndTellsEmptyFromNull() throws IOException {
    assertThat(written(FEED, FeedFormat.CSV))
        .isEqualTo(
            "größe,n,b,l,m\n"
                + "\"a,\"\"b\"\"\r\n🔥\",12345678901234567890.5,true,\"[\"\"x\\\"\"\"\",null]\","
                + "\"{\"\"a\"\":[],\"\"ä\"\":1.5}\"\n"
                + ",,,,\n"
                + "\"\",0,false,[],{}\n");
  }

  @Test
  void write_jsonLines_haveAllColumnsInOrder() throws IOException {
    assertThat(written(FEED, FeedFormat.JSON_LINES))
        .isEqualTo(
            "{\"größe\":\"a,\\\"b\\\"\\r\\n🔥\",\"n\":12345678901234567890.5,\"b\":true,"
                + "\"l\":[\"x\\\"\",null],\"m\":{\"a\":[],\"ä\":1.5}}\n"
                + "{\"größe\":null,\"n\":null,\"b\":null,\"l\":null,\"m\":null}\n"
                + "{\"größe\":\"\",\"n\":0,\"b\":false,\"l\":[],\"m\":{}}\n");
  }

  @Test
  void write_noItems_isAFeedOfItsFormat() throws IOException {
    Feed none = Feed.of(Schema.of(new Column("a", Type.TEXT)), List.of());
    assertThat(written(none, FeedFormat.CSV)).isEqualTo("a\n");
    assertThat(written(none, FeedFormat.JSON_LINES)).isEmpty();
    assertThat(written(none, FeedFormat.JSON)).isEqualTo("[\n\n]\n");
  }

  static Stream<Arguments> feedsAndFiles() {
    Feed generated = FeedGenerator.generate(7, 300);
    return Stream.of(
            "f.csv", "f.jsonl", "f.ndjson", "f.json", "f.csv.gz", "f.jsonl.gz", "f.json.gz")
        .flatMap(name -> Stream.of(arguments(FEED, name), arguments(generated, name)));
  }

  @ParameterizedTest
  @MethodSource("feedsAndFiles")
  void write_thenRead_isTheSameFeed(Feed feed, String name) {
    Path file = folder.resolve(name);
    FeedWriter.write(feed, format(file), file);
    Feed read = FeedReader.read(file);
    assertThat(read.schema()).isEqualTo(feed.schema());
    assertThat(Feeds.rows(read)).isEqualTo(Feeds.rows(feed));
  }

  @Test
  void write_oneColumnWithNull_readsBack() {
    Feed feed =
        Feed.of(
            Schema.of(new Column("a", Type.TEXT)),
            List.of(item(0, Null.NULL), item(1, Text.EMPTY), item(2, Null.NULL)));
    Path file = folder.resolve("f.csv");
    FeedWriter.write(feed, FeedFormat.CSV, file);
    assertThat(Feeds.rows(FeedReader.read(file))).isEqualTo(Feeds.rows(feed));
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void write_compressedTwice_hasTheSameBytes(FeedFormat format) throws IOException {
    Path one = folder.resolve("one.gz");
    Path two = folder.resolve("two.gz");
    FeedWriter.write(FEED, format, one);
    FeedWriter.write(FEED, format, two);
    assertThat(one).hasSameBinaryContentAs(two);
    assertThat(Files.readAllBytes(one)).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
  }

  @Test
  void write_existingFile_isReplacedOnlyWhenComplete() throws IOException {
    Path file = Files.writeString(folder.resolve("f.csv"), "a longer text than the new one\n");
    assertThatThrownBy(() ->
            TextOutput.write(
                file,
                out -> {
                  out.write("half");
                  throw new IOException("disk full");
                }))
        .isInstanceOf(OutputException.class)
        .hasMessage(file + ": cannot be written: disk full");
    assertThat(file).hasContent("a longer text than the new one\n");
    TextOutput.write(file, out -> out.write("new"));
    assertThat(file).hasContent("new");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void write_symbolicLink_replacesWhatItPointsTo() throws IOException {
    Path target = Files.writeString(folder.resolve("target.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), target);
    TextOutput.write(link, out -> out.write("new"));
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
    assertThat(Files.getLastModifiedTime(target)).isGreaterThan(FileTime.fromMillis(0));
  }

  @Test
  void write_folderOrMissingFolder_isRefused() {
    assertThatThrownBy(() -> FeedWriter.write(FEED, FeedFormat.CSV, folder))
        .isInstanceOf(OutputException.class)
        .hasMessage(folder + ": is a folder; name a file");
    Path lost = folder.resolve("none").resolve("f.csv");
    assertThatThrownBy(() -> FeedWriter.write(FEED, FeedFormat.CSV, lost))
        .isInstanceOf(OutputException.class)
        .hasMessage(lost + ": cannot be written: there is no such folder");
  }

  private static FeedFormat format(Path file) {
    FeedFormat format = FeedFormat.of(file);
    assertThat(format).isNotNull();
    return format;
  }
}
