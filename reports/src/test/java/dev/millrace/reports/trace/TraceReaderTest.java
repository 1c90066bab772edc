package dev.millrace.reports.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.results.UnreadableInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TraceReaderTest {
  private static final Path EXAMPLE = Fixtures.file("trace/example.json");

  private static final Pattern LINKS = Pattern.compile("\"unit\": \\d+, \"after\": [^\\]]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

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
          "unit": 3,            | "unit": 2,              | line 10, column 3: 'args.unit' is a number above 2 here, not 2
          "unit": 3,            | "unity": 3,             | 'args.unit' is a number above 2 here, not null
          "unit": 3,            | "unit": 4,              | line 11, column 3: 'args.unit' is a number above 4 here, not 4
          "after": [5]          | "after": [null]         | line 13
          "after": [8, 9]       | "after": [8, 10]        | unit 10 begins before unit 10 has ended
          "dur": 5.0            | "dur": 5.001            | unit 10 ends after the run, whose 'wallNs' is 350000
          "dur": 5.0            | "dur": 1e400            | unit 10 ends after the run
          "ts": 345.0           | "ts": "NaN"             | line 17, column 3: 'ts', 'dur' and 'tid' of a unit are at least 0
          "parallelism": 2,     | "parallelism": 1,       | is on worker 1, but they count from 0 and 'parallelism' is 1
          "after": [5]          | "after": [11]           | unit 6 waits for unit 11, which there is not
          "after": [5]          | "after": [-1]           | unit 6 waits for unit -1, which there is not
          "after": [5]          | "after": [7]            | unit 6 begins before unit 7 has ended, for which it waits
          "tid": 1, "ts": 20.0  | "tid": 0, "ts": 20.0    | unit 2 begins on worker 0 before unit 1 there has ended
          "segment": 3, "items" | "segment": 7, "items"   | unit 8 is of segment 7
          "dur": 12.345         | "dur": -1               | line 7, column 3: 'ts', 'dur' and 'tid' of a unit are at least 0
          "dur": 12.345         | "dur": "long"           | line 7, column 53: 'dur' has a value of another type
          "segment": 3, "items" | "segment": 3.5, "items" | 'args.segment' has a value of another type
          "share": 0.5          | "share": []             | 'segments[1].actions[0].share' has a value of another type
          "share": 0.5          | "part": 0.5             | 'segments[1].actions[0].share' is missing
          "measured": [         | "measured": [ null,     | a value is missing or null
          "dur": 12.345         | "extent": 12.345        | a unit has 'tid', 'ts', 'dur' and 'args.segment'
          millrace-trace/1      | millrace-trace/2        | the format is 'millrace-trace/2'
          "share": 0.5          | "share": 0.7            | the shares of segment 1 add up to
          "share": 0.5          | "share": -0.5           | a 'share' is from 0 to 1
          "wallNs": 350000,     | "wallNs": 0,            | 'wallNs' is above 0
          "engine": "workor-tiered" | "engine": null      | 'engine' is missing
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

  /// Numbers of units that were planned and then not needed are missing.
  @Test
  void read_numbersMissing_isTheSameTrace() throws IOException {
    var text =
        LINKS
            .matcher(Files.readString(EXAMPLE))
            .replaceAll(links ->
                NUMBER
                    .matcher(links.group())
                    .replaceAll(
                        number -> String.valueOf(2 * Integer.parseInt(number.group()) + 1)));
    assertThat(text).contains("\"unit\": 17, \"after\": [11, 13, 15]");
    assertThat(Trace.read(written(text)).units()).isEqualTo(Trace.read(EXAMPLE).units());
  }

  /// Only units that take no time can wait for each other in a circle and end before they begin.
  @Test
  void read_circle_isUnreadableAtItsPlace() throws IOException {
    var text =
        Files.readString(EXAMPLE)
            .replace("\"ts\": 323.0, \"dur\": 20.0", "\"ts\": 323.0, \"dur\": 0")
            .replace("\"ts\": 323.5, \"dur\": 19.0", "\"ts\": 323.0, \"dur\": 0")
            .replace("\"unit\": 8, \"after\": [5, 6, 7]", "\"unit\": 8, \"after\": [9]")
            .replace("\"unit\": 9, \"after\": [5, 6, 7]", "\"unit\": 9, \"after\": [8]");
    var file = written(text);
    assertThatThrownBy(() -> Trace.read(file))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage(file + ": line 15, column 3: unit 8 waits for itself, by way of others");
  }

  @Test
  void read_unitsWithoutTime_isUnreadable() throws IOException {
    var file = written(Files.readString(EXAMPLE).replaceAll("\"dur\": [^,]*", "\"dur\": 0"));
    assertThatThrownBy(() -> Trace.read(file)).hasMessageContaining("no unit took any time");
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
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Trace.read(file)).isInstanceOf(UnreadableInputException.class);
    Files.write(file, "{}".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Trace.read(file)).hasMessageContaining("not compressed");
  }
}
