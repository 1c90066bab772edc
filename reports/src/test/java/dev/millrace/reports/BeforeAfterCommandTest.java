package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BeforeAfterCommandTest {
  @TempDir private Path folder;

  private Run report(int series, double factor, String... options) {
    var before = write("one.json", series, 1);
    var after = write("two.json", series, factor);
    return Run.of(
            "report",
            before.toString(),
            after.toString(),
            "--out",
            folder.resolve("out").toString())
        .with(options);
  }

  private Path write(String name, int series, double factor) {
    var records =
        IntStream.rangeClosed(1, series)
            .mapToObj(i -> {
              var time = 10 * Math.pow(factor, (double) i / series);
              return JmhJson.averageTime("m" + i, JmhJson.forks(time, time * 1.001, time * 0.999));
            })
            .toArray(String[]::new);
    return JmhJson.write(folder.resolve(name), records);
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve("out").resolve(file));
  }

  @Test
  void report_twoFiles_hasASectionBeforeAfter() throws IOException {
    var run = report(10, 1.2);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("index.html"))
        .contains(
            "two.json against one.json", "9 regressed", "comparisons/two-json-against-one-json");
    assertThat(read("comparisons/two-json-against-one-json.csv")).hasLineCount(11);
    assertThat(read("comparisons/two-json-against-one-json.json")).contains("millrace-gate/2");
    assertThat(read("charts/one-json-two-json-score.svg")).contains("+20.0 % regressed");
  }

  @Test
  void report_tags_nameTheFiles() throws IOException {
    assertThat(report(3, 1.2, "--tags", "before,after").exitCode()).isZero();
    assertThat(read("index.html"))
        .contains("after against before")
        .doesNotContain("two.json against");
    assertThat(folder.resolve("out/comparisons/after-against-before.csv")).isNotEmptyFile();
  }

  @Test
  void report_margin_isThatOfTheVerdicts() throws IOException {
    report(4, 1.2, "--margin", "30%");
    assertThat(read("index.html")).contains("4 pass");
  }

  @Test
  void report_packed_isReplayedWithTagsAndMargin() {
    var pack = folder.resolve("pack.zip").toString();
    report(3, 1.2, "--tags", "before,after", "--margin", "5%", "--pack", pack);
    var replay = Run.of("report", "--replay", pack);
    assertThat(replay.exitCode()).as(replay.out()).isZero();
  }

  @Test
  void report_manySeries_drawsFortyAndListsAll() throws IOException {
    assertThat(report(100, 2).exitCode()).isZero();
    var csv = read("charts/one-json-two-json-score.csv");
    assertThat(csv.lines().filter(line -> line.contains(",ratio,"))).hasSize(40);
    assertThat(read("comparisons/two-json-against-one-json.csv")).hasLineCount(101);
    assertThat(read("charts/one-json-two-json-score.svg")).contains("the largest 40 of 100");
  }

  @Test
  void report_tagsThatDoNotFit_isUsage() {
    var run = report(1, 1, "--tags", "a,b,c");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("3 for 2 files").hasLineCount(1);
    assertThat(report(1, 1, "--margin", "2").exitCode()).isEqualTo(64);
  }
}
