package dev.millrace.io.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.io.file.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are no feeds: each is one line of message that names the file and the line.
class BadFeedTest {
  @TempDir Path folder;

  private void assertRefused(Path file, String problem) {
    assertThatThrownBy(() -> FeedReader.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": " + problem)
        .hasMessageNotContainingAny("\n", "REDACTED", "Exception");
  }

  private Path bytes(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          f.csv | a,b#1#               | line 2: has 1 cells where the header has 2
          f.csv | a,b#"x#y",2#1,2,3#   | line 4: has 3 cells where the header has 2
          f.csv | a,b#1,2#3,"4#        | line 3: a quote in this row is never closed
          f.csv | a,b#1,"2#3,4#        | line 2: a quote in this row is never closed
          f.csv | "a,b#1,2#            | line 1: a quote in this row is never closed
          f.csv | a,b#1,"2"x#          | line 2: Unexpected character after closing quote
          f.csv | a,b,a#1,2,3#         | line 1: the header names 'a' twice
          f.csv | a,,b#1,2,3#          | line 1: column 2 of the header has no name
          f.json | [{"a":1},2]         | line 1: wants a JSON object for each item, not 2
          f.json | [{"a":1}]#[]        | line 2: more text follows the array
          f.json | [{"a":1}            | line 1, column 9: is not JSON: Unexpected end-of-input
          f.jsonl | {"a":1}#{"a":1#    | line 3, column 1: is not JSON: Unexpected end-of-input
          f.jsonl | {"a":1}#{"a":1,"a":2}# | line 2, column 11: is not JSON: Duplicate Object property
          f.jsonl | {"a":1}#{"a":1e999999999}# | line 2: the number has more than 1000 digits
          f.jsonl | {"a":1}#x          | line 2, column 1: is not JSON: Unrecognized token 'x'
          f.jsonl | {"a":1}#"x"        | line 2: wants a JSON object for each item, not x
          f.json | {"a":#'x'}          | line 2, column 1: is not JSON: Unexpected character
          """)
  void read_malformedText_namesTheLine(String name, String text, String problem)
      throws IOException {
    assertRefused(Feeds.file(folder, name, text.replace('#', '\n')), problem);
  }

  @Test
  void read_emptyFiles_saySo() throws IOException {
    assertRefused(Feeds.file(folder, "f.csv", ""), "line 1: the file is empty; wants a header row");
    assertRefused(Feeds.file(folder, "g.csv", "\n\n"), "line 1: the file is empty");
    assertRefused(Feeds.file(folder, "f.jsonl", " \n"), "line 1: the file is empty");
    assertRefused(Feeds.gzip(folder, "f.csv.gz", ""), "line 1: the file is empty");
  }

  @Test
  void read_missingFileOrFolder_saysSo() {
    assertRefused(folder.resolve("none.csv"), "no such file; check the path");
    assertRefused(folder, "is a folder; name a file");
  }

  @Test
  void read_malformedUtf8_namesTheLine() throws IOException {
    byte[] latin = "a,b\nx,1\ngrün,2\n".getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(bytes("f.csv", latin), "line 3: is not UTF-8 text; save the file as UTF-8");
    byte[] json = "{\"a\":1}\n{\"a\":\"grün\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(bytes("f.jsonl", json), "line 2: is not UTF-8 text; save the file as UTF-8");
  }

  @Test
  void read_malformedUtf8FarIn_namesTheLine() throws IOException {
    byte[] text = ("a,b\n" + "x,ä\r\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
    text[text.length - 9] = (byte) 0xFF;
    assertRefused(bytes("f.csv", text), "line 50000: is not UTF-8 text");
  }

  @Test
  void read_characterCutAtTheEnd_isMalformed() throws IOException {
    byte[] text = "a,b\nx,🔥".getBytes(StandardCharsets.UTF_8);
    assertRefused(
        bytes("f.csv", Arrays.copyOf(text, text.length - 1)), "line 2: is not UTF-8 text");
  }

  @Test
  void read_otherEncodingsAndBinaries_areRefused() throws IOException {
    assertRefused(
        bytes("f.csv", "a,b\nx,1\n".getBytes(StandardCharsets.UTF_16)), "line 1: is not UTF-8");
    assertRefused(
        bytes("g.csv", "a,b\nx,1\n".getBytes(StandardCharsets.UTF_16LE)),
        "line 1: holds a zero character; this is no text file");
    assertRefused(
        bytes("f.json", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}),
        "line 1: is not UTF-8 text");
  }

  @Test
  void read_truncatedCompression_namesTheLineItGotTo() throws IOException {
    Path whole = Feeds.gzip(folder, "f.csv.gz", "a,b\n" + "x,1\n".repeat(10_000));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = bytes("cut.csv.gz", Arrays.copyOf(bytes, bytes.length - 12));
    assertThatThrownBy(() -> FeedReader.read(cut))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            "\\Q" + cut + "\\E: line [0-9]+: the compressed data end early; fetch the file again");
    assertRefused(
        bytes("cut2.csv.gz", Arrays.copyOf(bytes, 5)), "line 1: the compressed data end early");
  }

  @Test
  void read_damagedCompression_saysSo() throws IOException {
    byte[] bytes = Files.readAllBytes(Feeds.gzip(folder, "f.csv.gz", "a,b\n" + "x,1\n".repeat(10)));
    bytes[bytes.length - 6] ^= 0x55;
    assertThatThrownBy(() -> FeedReader.read(bytes("g.csv.gz", bytes)))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("the compressed data are damaged; fetch it again");
  }

  @Test
  void read_deepNesting_isRefusedInJsonAndTextInCsv() throws IOException {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatThrownBy(() -> FeedReader.read(Feeds.file(folder, "f.jsonl", "{\"a\":" + deep + "}")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 1, column")
        .hasMessageContaining("depth (501) exceeds the maximum allowed 500");
    assertThat(
            FeedReader.read(Feeds.file(folder, "f.csv", "a\n" + deep + "\n")).schema().toString())
        .isEqualTo("a:text");
  }
}
