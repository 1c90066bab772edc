package dev.millrace.reports.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.results.UnreadableInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TraceReaderTest {
  private static final Path EXAMPLE = Fixtures.file("trace/example.json");

  @TempDir private Path folder;

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("trace.json"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "unit": 3,            | "unit": 4,              | line 10, column 3: unit 3 is expected here, not 4
          "after": [5]          | "after": [11]           | unit 6 waits for unit 11, which there is not
          "after": [5]          | "after": [-1]           | unit 6 waits for unit -1, which there is not
          "after": [5]          | "after": [7]            | unit 6 begins before unit 7 has ended, for which it waits
          "tid": 1, "ts": 20.0  | "tid": 0, "ts": 20.0    | unit 2 begins on worker 0 before unit 1 there has ended
          "segment": 3, "items": 1000 | "segment": 7        | unit 8 is of segment 7
          "dur": 12.345         | "dur": -1               | line 7, column 3: 'ts', 'dur' and 'tid' of a unit are at least 0
          "dur": 12.345         | "dur": "long"           | line 7
          "dur": 12.345         | "extent": 12.345        | a unit has 'tid', 'ts', 'dur' and 'args.segment'
          millrace-trace/1      | millrace-trace/2        | the format is 'millrace-trace/2'
          "share": 0.5          | "share": 0.7            | the shares of segment 1 add up to
          "share": 0.5          | "share": -0.5           | a 'share' is from 0 to 1
          "wallNs": 350000,     | "wallNs": 0,            | 'wallNs' is above 0
          "engine": "workor-tiered" | "engine": null      | a value is missing or null
          "handOffNs": 750      | "handOffNs": -1         | 'handOffNs' is at least 0
          "otherData"           | "other"                 | there is no 'otherData' in it
          "ph": "X"             | "ph": "Y"               | there is no unit
          """)
  void read_whatDoesNotFitTogether_isUnreadableAtItsPlace(String part, String other, String message)
      throws IOException {
    var text = Files.readString(EXAMPLE);
    assertThat(text).contains(part);
    var file = written(text.replace(part, other));
    assertThatThrownBy(() -> Trace.read(file))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message)
        .message()
        .hasLineCount(1);
  }

  @Test
  void read_cutAnywhere_isUnreadable() throws IOException {
    var text = Files.readString(EXAMPLE).strip();
    for (var length = 0; length < text.length(); length += 61) {
      var file = written(text.substring(0, length));
      assertThatThrownBy(() -> Trace.read(file))
          .as("%d letters", length)
          .isInstanceOf(UnreadableInputException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"no json", "[]", "{}", "'{\"traceEvents\": {}}'", "'{\"traceEvents\": [1]}'"})
  void read_noTrace_isUnreadable(String text) throws IOException {
    var file = written(text);
    assertThatThrownBy(() -> Trace.read(file)).isInstanceOf(UnreadableInputException.class);
  }

  @Test
  void read_moreTextBehindIt_isUnreadable() throws IOException {
    var file = written(Files.readString(EXAMPLE) + "{}");
    assertThatThrownBy(() -> Trace.read(file)).hasMessageContaining("more text follows");
  }

  @Test
  void read_noFileOrAFolder_isUnreadable() {
    assertThatThrownBy(() -> Trace.read(folder.resolve("none.json")))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> Trace.read(folder))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void read_compressed_isTheSame() throws IOException {
    var file = folder.resolve("trace.json.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(Files.readAllBytes(EXAMPLE));
    }
    assertThat(Trace.read(file).units()).isEqualTo(Trace.read(EXAMPLE).units());
    Files.write(file, "{}".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Trace.read(file)).hasMessageContaining("not compressed");
  }
}
