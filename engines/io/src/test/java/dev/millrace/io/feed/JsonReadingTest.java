package dev.millrace.io.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Type;
import dev.millrace.io.file.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {
  @TempDir Path folder;

  private Feed read(String name, String text) throws IOException {
    return Feeds.read(Feeds.file(folder, name, text), ReadOptions.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed.json", "feed.jsonl", "feed.ndjson", "feed.txt", "feed"})
  void read_linesAndArrays_areToldByTheirFirstCharacter(String name) throws IOException {
    assertThat(Feeds.rows(read(name, "{\"a\":1}\n{\"a\":2}\n"))).containsExactly("1", "2");
    assertThat(Feeds.rows(read(name, " \n[{\"a\":1},\n{\"a\":2}]\n"))).containsExactly("1", "2");
  }

  @Test
  void read_columns_areAllKeysInTheOrderOfFirstAppearance() throws IOException {
    Feed feed = read("f.jsonl", "{\"b\":1}\n{\"a\":\"x\",\"b\":2}\n{\"c\":true}\n{}\n");
    assertThat(feed.schema().toString()).isEqualTo("b:number, a:text, c:boolean");
    assertThat(Feeds.rows(feed))
        .containsExactly("1 null null", "2 \"x\" null", "null null true", "null null null");
  }

  @Test
  void read_types_areThoseOfTheValues() throws IOException {
    Feed feed =
        read(
            "f.json",
            "[{\"n\":1.50,\"m\":1,\"l\":[1,[2]],\"o\":{\"k\":null},\"z\":null},"
                + "{\"n\":12345678901234567890.5,\"m\":\"1\",\"l\":null}]");
    assertThat(feed.schema().toString()).isEqualTo("n:number, m:any, l:list, o:map, z:text");
    assertThat(Feeds.rows(feed))
        .containsExactly(
            "1.5 1 [1,[2]] {\"k\":null} null", "12345678901234567890.5 \"1\" null null null");
  }

  @Test
  void read_emptyArray_isAFeedWithoutItems() throws IOException {
    assertThat(read("f.json", "[]").size()).isZero();
  }

  @Test
  void read_typesGiven_convertWhatFits() throws IOException {
    Path file =
        Feeds.file(folder, "f.jsonl", "{\"gtin\":123,\"p\":\"1e2\"}\n{\"gtin\":\"0\",\"p\":3}\n");
    var options = new ReadOptions(Map.of("gtin", Type.TEXT, "p", Type.NUMBER), Set.of());
    assertThat(Feeds.rows(Feeds.read(file, options))).containsExactly("\"123\" 100", "\"0\" 3");
  }

  @Test
  void read_valueThatDoesNotFitItsType_namesLineAndField() throws IOException {
    Path file = Feeds.file(folder, "f.jsonl", "{\"p\":1}\n{\"p\":true}\n");
    var options = new ReadOptions(Map.of("p", Type.NUMBER), Set.of());
    assertThatThrownBy(() -> FeedReader.read(file, options))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": line 2: field 'p': 'true' is not a number; read the field as text, or correct it");
  }
}
