package dev.millrace.reports.results;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.JmhJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotesTest {
  private static final String RUN = averageTime("run", forks(1, 2, 3));

  @TempDir private Path folder;

  private ResultFile file(String name, String... records) {
    return ResultFile.read(JmhJson.write(folder.resolve(name), records));
  }

  private List<String> notes(String... records) {
    return Notes.of(List.of(file("results.json", records)));
  }

  @Test
  void notes_publicFiles_areNone() throws IOException {
    assertThat(Notes.of(Fixtures.publicResults().map(ResultFile::read).toList())).isEmpty();
  }

  @Test
  void notes_editedScore_isNamed() {
    assertThat(notes(RUN.replace("\"score\": 2.0", "\"score\": 2.5")))
        .containsExactly(
            folder.resolve("results.json")
                + ": a score is not that of its raw data (edited by hand?): Bench.run avgt ms/op");
    assertThat(notes(RUN.replace("[2.0]", "[2.5]"))).hasSize(1);
    assertThat(notes(RUN)).isEmpty();
  }

  @Test
  void notes_editedError_isNamed() {
    var error = JmhScore.of(file("a.json", RUN).series().getFirst().primary()).error();
    var right = RUN.replace("\"scoreUnit\"", "\"scoreError\": " + error + ", \"scoreUnit\"");
    assertThat(notes(right)).isEmpty();
    assertThat(notes(right.replace(String.valueOf(error), "1.5"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "counts, 9, '\"NaN\"', 0",
    "ms/op, 2, 0.1, 1",
    "ms/op, 9, 0.1, 1",
    "ms/op, 9, '\"NaN\"', 0"
  })
  void notes_secondary_isCheckedWhenItIsAnAverage(
      String unit, String score, String error, int notes) {
    var gc =
        """
        "secondaryMetrics": {"gc.count": {"score": %s, "scoreError": %s, "scoreUnit": "%s",
          "rawData": [[1], [2], [3]]}}\
        """
            .formatted(score, error, unit);
    assertThat(notes(RUN.replace("\"secondaryMetrics\": {}", gc))).hasSize(notes);
  }

  @ParameterizedTest
  @CsvSource({
    "a&;b, true",
    "x&>1, true",
    "?a=1&b=2, false",
    "a && b, false",
    "'&,&.& &', false",
    "C:\\\\&\\\\x, true"
  })
  void notes_mangledParam_isNamed(String stored, boolean isNamed) {
    var record = JmhJson.record("a.B.c", "avgt", "ms/op", Map.of("url", stored), forks(1, 2));
    assertThat(notes(record)).hasSize(isNamed ? 1 : 0);
  }

  @Test
  void notes_mangledJvmArgument_isNamed() {
    var record = RUN.replace("\"threads\"", "\"jvmArgs\": [\"-Durl=a&<b\"], \"threads\"");
    assertThat(notes(record)).singleElement().asString().contains("JVM arguments of Bench.run");
    assertThat(notes(record.replace("&<", "&b"))).isEmpty();
  }

  @Test
  void notes_repeatedSeries_areNamedWithTheirFiles() {
    var walk = averageTime("walk", forks(1, 2));
    var notes = Notes.of(List.of(file("a.json", RUN, walk), file("b.json", RUN, RUN)));
    var a = folder.resolve("a.json");
    var b = folder.resolve("b.json");
    assertThat(notes)
        .containsExactly(
            "the same series more than once, in %s and %s and %s: Bench.run avgt ms/op"
                .formatted(a, b, b));
  }

  @Test
  void notes_otherThreads_areNoRepetition() {
    assertThat(notes(RUN, RUN.replace("\"threads\": 1", "\"threads\": 2"))).isEmpty();
  }

  @Test
  void notes_many_nameThree() {
    var edited =
        Stream.of("a", "b", "c", "d", "e")
            .map(
                name -> averageTime(name, forks(1, 2, 3)).replace("\"score\": 2.0", "\"score\": 9"))
            .toArray(String[]::new);
    assertThat(notes(edited)).singleElement().asString().endsWith("Bench.c avgt ms/op; and 2 more");
  }
}
