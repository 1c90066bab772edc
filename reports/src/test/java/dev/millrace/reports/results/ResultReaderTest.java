package dev.millrace.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.reports.Fixtures;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResultReaderTest {
  @TempDir private Path folder;

  private static List<Series> everyForm() {
    return ResultReader.read(Fixtures.file("results/every-form.json"));
  }

  @Test
  void read_everyForm_keepsIdentity() {
    assertThat(everyForm().stream().map(Series::identity).map(Identity::mode))
        .containsExactly(Mode.AVERAGE_TIME, Mode.THROUGHPUT, Mode.SAMPLE_TIME, Mode.SINGLE_SHOT);
    var throughput = everyForm().get(1);
    assertThat(throughput.identity().threads()).isEqualTo(8);
    assertThat(throughput.identity().params())
        .containsEntry("query", "SELECT \"a\" <b> & 'c'")
        .containsEntry("path", "C:\\Program Files\\x");
    assertThat(throughput.jdkVersion()).isEqualTo("21.0.2");
    assertThat(everyForm().getFirst().identity().params()).isEmpty();
  }

  @Test
  void read_numbers_keepTheirBits() {
    var metric = everyForm().getFirst().primary();
    assertThat(metric.score()).isEqualTo(17.01423110346235);
    assertThat(metric.forks().getFirst().iterations())
        .containsExactly(
            new Iteration.Score(16.86583237928238), new Iteration.Score(17.16262982764232));
  }

  @Test
  void read_emptyRow_isNoFork() {
    assertThat(everyForm().get(1).primary().forkMeans()).containsExactly(2.0e-7, 3.0e-7);
  }

  @Test
  void read_wordsForNumbers_areNumbers() {
    var count = everyForm().get(1).secondary().get("gc.count");
    assertThat(count).isNotNull();
    assertThat(count.score()).isNaN();
    assertThat(count.forks().getFirst().iterations())
        .containsExactly(
            new Iteration.Score(Double.NaN),
            new Iteration.Score(Double.NEGATIVE_INFINITY),
            new Iteration.Score(Double.POSITIVE_INFINITY),
            new Iteration.Score(4));
  }

  /// Halves between two doubles, numbers too small and too great, zeros with a sign, and any
  /// digits.
  @Test
  void read_anyDigits_areTheNearestDouble() throws IOException {
    var digits =
        new ArrayList<>(
            List.of(
                "-0", "-0.0", "0", "9007199254740993", "9007199254740993.0", "1e400", "-1E400"));
    digits.addAll(
        List.of("4.9e-324", "2.47e-324", "2.2250738585072011e-308", "1" + "0".repeat(300)));
    digits.add("0.1000000000000000055511151231257827021181583404541015625000000000001");
    for (var seed = 0L; seed < 5_000; seed++) {
      var random = new Random(seed);
      var exponent = random.nextBoolean() ? "" : "e" + random.nextInt(-330, 310);
      digits.add(random.nextInt(1_000) + "." + random.nextLong(Long.MAX_VALUE) + exponent);
    }
    var file = folder.resolve("digits.json");
    Files.writeString(
        file,
        "[{\"benchmark\": \"a.B.c\", \"mode\": \"avgt\", \"primaryMetric\": {\"score\": 1,"
            + " \"scoreUnit\": \"s/op\", \"rawData\": [["
            + String.join(", ", digits)
            + "]]}}]");
    var fork = ResultReader.read(file).getFirst().primary().rows().getFirst();
    assertThat(fork.values())
        .containsExactly(digits.stream().mapToDouble(Double::parseDouble).toArray());
  }

  @Test
  void read_histogram_weighsByCount() {
    // fork 1: (1 + 1 + 4 + 10) / 4, fork 2: 8
    assertThat(everyForm().get(2).primary().forkMeans()).containsExactly(4.0, 8.0);
  }

  @Test
  void read_withoutRawData_hasNoForks() {
    assertThat(everyForm().get(3).primary().forks()).isEmpty();
    assertThat(everyForm().get(3).secondary()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"windows-1252,false", "UTF-16LE,true", "UTF-8,true"})
  void read_otherEncoding_isTheSame(String charset, boolean mark) throws IOException {
    var text = Files.readString(Fixtures.file("results/every-form.json"));
    var file = folder.resolve("encoded.json");
    Files.write(file, ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset)));
    assertThat(ResultReader.read(file)).isEqualTo(everyForm());
  }

  @Test
  void read_bareNotANumber_isRead() throws IOException {
    var file = folder.resolve("bare.json");
    Files.writeString(
        file,
        """
        [{"benchmark": "a.B.c", "mode": "avgt", "primaryMetric": {"score": NaN, "scoreUnit": "s/op",
          "rawData": [[-INF, Infinity]]}}]\
        """);
    assertThat(ResultReader.read(file).getFirst().primary().score()).isNaN();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | line 1, column 1: the file is empty",
        "` ` | line 1, column 1: the file is empty",
        "hello | line 1, column 1: not JSON",
        "[{\"a\": tru}] | line 1, column 8: not JSON",
        "{\"a\": 1} | line 1, column 1: not a JMH file",
        "[] | line 1, column 1: the list is empty",
        "[3] | line 1, column 2: not a JMH record",
        "[{\"a\": 1}] | line 1, column 2: not a JMH record: 'primaryMetric' is missing",
        "[] [] | line 1, column 4: more text follows",
        "[{\"primaryMetric\": 1}] | line 1, column 20: not a JMH metric",
        "[{\"benchmark\": \"b\", \"mode\": \"?\", \"primaryMetric\": {\"score\": 1, \"scoreUnit\": \"s\"}}]"
            + "| line 1, column 29: the mode is none of JMH's",
        "[{\"primaryMetric\": {\"score\": \"x\", \"scoreUnit\": \"s\"}}]"
            + "| line 1, column 30: 'x' is not a number",
      })
  void read_badFile_namesThePlaceInOneLine(String content, String problem) throws IOException {
    var file = folder.resolve("bad.json");
    Files.writeString(file, content);
    assertThatThrownBy(() -> ResultReader.read(file))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageStartingWith(file + ": " + problem)
        .hasMessageMatching("[^\\r\\n]+");
  }

  @Test
  void read_cutAnywhere_saysSo() throws IOException {
    var bytes = Files.readAllBytes(Fixtures.file("results/every-form.json"));
    var file = folder.resolve("cut.json");
    var end =
        new String(bytes, StandardCharsets.UTF_8)
            .stripTrailing()
            .getBytes(StandardCharsets.UTF_8)
            .length;
    for (var length = 1; length < end; length++) {
      assertCut(file, bytes, length);
    }
  }

  @Test
  void read_publicFilesCutAnywhere_saySo() throws IOException {
    var file = folder.resolve("cut.json");
    for (var whole : Fixtures.publicResults().toList()) {
      var bytes = Files.readAllBytes(whole);
      for (var length = 1024; length < bytes.length - 2; length += 1024) {
        assertCut(file, bytes, length);
      }
    }
  }

  private static void assertCut(Path file, byte[] bytes, int length) throws IOException {
    Files.write(file, Arrays.copyOf(bytes, length));
    assertThatThrownBy(() -> ResultReader.read(file))
        .as("first %d bytes", length)
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageStartingWith(file + ": line ")
        .hasMessageMatching("[^\\r\\n]+");
  }

  @Test
  void read_anyBytes_isReadOrRefused() throws IOException {
    var bytes = Files.readAllBytes(Fixtures.file("results/every-form.json"));
    var file = folder.resolve("changed.json");
    for (var seed = 0L; seed < 2000; seed++) {
      var random = new Random(seed);
      var changed = bytes.clone();
      for (var left = 1 + random.nextInt(3); left > 0; left--) {
        changed[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(file, changed);
      assertThat(refusal(file)).as("seed %d", seed).doesNotContain("\n");
    }
  }

  /// Why the file cannot be used, empty when it can; anything but a refusal fails the test.
  private static String refusal(Path file) {
    try {
      ResultReader.read(file);
      return "";
    } catch (UnreadableInputException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void read_oddLayout_isTheSame() throws IOException {
    var text = Files.readString(Fixtures.file("results/every-form.json"));
    var file = folder.resolve("odd.json");
    Files.writeString(file, "\uFEFF\r\n\t " + text.replace(",", "\r\n,\t").replace("[", " [\n\n"));
    assertThat(ResultReader.read(file)).isEqualTo(everyForm());
  }

  @Test
  void read_unescapedStringsOfOldJmh_areRead() throws IOException {
    var file = folder.resolve("old.json");
    Files.writeString(
        file,
        """
        [{"benchmark": "a.B.c", "mode": "all", "params": {"path": "C:\\Program\tX"},
          "primaryMetric": {"score": 1, "scoreUnit": "ops/s"}}]
        """
            .replace("\\\\", "\\"));
    var identity = ResultReader.read(file).getFirst().identity();
    assertThat(identity.params().get("path")).startsWith("C:").contains("Program");
    assertThat(identity.mode()).isEqualTo(Mode.THROUGHPUT);
  }

  @Test
  void read_everyOtherKey_isKept() {
    var once = everyForm().get(3);
    assertThat(once.rest())
        .containsExactly(Map.entry("jmhVersion", "\"1.37\""), Map.entry("forks", "1"));
    assertThat(everyForm().get(1).primary().error()).isInfinite();
    assertThat(everyForm().get(1).primary().rows()).hasSize(3);
  }

  @Test
  void read_absentFile_saysSo() {
    assertThatThrownBy(() -> ResultReader.read(folder.resolve("none.json")))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageEndingWith("none.json: no such file; check the path");
  }

  @Test
  void read_publicFiles_everyRecord() throws IOException {
    for (var file : Fixtures.publicResults().toList()) {
      var names = Pattern.compile("\"benchmark\" :").matcher(Files.readString(file));
      var series = ResultReader.read(file);
      assertThat(series).as(file.toString()).hasSize((int) names.results().count());
    }
  }
}
