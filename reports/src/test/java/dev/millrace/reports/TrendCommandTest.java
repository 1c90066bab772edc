package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.trend.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrendCommandTest {
  private static final double[] SLOWER = RunFolder.levels(12, 10, 8, 11.2);

  @TempDir private Path folder;

  private Path runs() {
    return folder.resolve("runs");
  }

  private Run trend() {
    return Run.of("report", "trend", runs().toString());
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("trend/index.html"));
  }

  @Test
  void trend_slower_saysByHowMuchAndSinceWhen() throws IOException {
    RunFolder.write(runs(), 1, SLOWER);
    var run = trend();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("Bench.run avgt ms/op: 1[123](.\\d)? % slower since run 13 \\(run-13\\)")
        .contains("runs: 20, in the order of their names")
        .endsWith("report: " + folder.resolve("trend/index.html") + "\n");
    assertThat(page()).contains("% slower since run 13", "1 of 1 series changed level");
    assertThat(Files.readString(folder.resolve("trend/changes.csv")))
        .contains("benchmark,mode,", "org.example.Bench.run,avgt,1,,ms/op,13,run-13,")
        .hasLineCount(2);
    assertThat(Files.readString(folder.resolve("trend/changes.json")))
        .contains("millrace-trend/1", "\"run\" : 13", "\"worse\" : true");
    assertThat(Files.readString(folder.resolve("trend/changes.md"))).contains("slower", "run\\-13");
  }

  @Test
  void trend_commits_areNamed() throws IOException {
    RunFolder.write(runs(), 2, SLOWER);
    for (var i = 1; i <= SLOWER.length; i++) {
      var startedAt = "2026-01-%02dT00:00:00Z".formatted(i);
      RunFolder.environment(runs(), "run-" + i, startedAt, "c0ffee%040d".formatted(i));
    }
    assertThat(trend().out()).contains("since run 13 (run-13, commit c0ffee0000)");
  }

  @Test
  void trend_unchanged_saysSo() throws IOException {
    RunFolder.write(runs(), 3, RunFolder.levels(10, 5, 10, 5));
    assertThat(trend().exitCode()).isZero();
    assertThat(page()).contains("No series changed level.", "no change of level in 20 runs");
    assertThat(Files.readString(folder.resolve("trend/changes.md"))).startsWith("No change");
  }

  @Test
  void trend_otherMachine_isNamed() throws IOException {
    RunFolder.write(runs(), 4, SLOWER);
    for (var i = 1; i <= SLOWER.length; i++) {
      var environment =
          "{\"machine\": {\"cpuModel\": \"%s\"}}".formatted(i < 13 ? "Old CPU" : "New CPU");
      Files.writeString(runs().resolve("run-" + i + "/environment.json"), environment);
    }
    assertThat(trend().out()).contains("machine or JVM changed there, too");
  }

  @Test
  void trend_twice_givesEqualBytes() throws IOException {
    RunFolder.write(runs(), 5, SLOWER);
    trend();
    var first = bytes();
    trend();
    var second = bytes();
    assertThat(second.keySet()).isEqualTo(first.keySet()).hasSizeGreaterThan(6);
    first.forEach((file, content) -> assertThat(second.get(file)).as(file).isEqualTo(content));
  }

  private Map<String, byte[]> bytes() throws IOException {
    var bytes = new TreeMap<String, byte[]>();
    try (var files = Files.walk(folder.resolve("trend"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(file.toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  @Test
  void trend_hundredSeries_drawsTheFirstAndListsAll() throws IOException {
    IntStream.rangeClosed(1, 3).forEach(i -> JmhJson.write(runs().resolve(i + ".json"), records()));
    assertThat(trend().exitCode()).isZero();
    try (var charts = Files.list(folder.resolve("trend/charts"))) {
      assertThat(charts.filter(chart -> chart.toString().endsWith(".svg"))).hasSize(60);
    }
    assertThat(page()).contains("40 series are in the table alone", "m100 avgt");
  }

  private static String[] records() {
    return IntStream.rangeClosed(1, 100)
        .mapToObj(i -> JmhJson.averageTime("m" + i, new double[] {i}))
        .toArray(String[]::new);
  }

  @Test
  void trend_markupInNames_isText() throws IOException {
    RunFolder.write(runs(), "<b>bold", 1);
    trend();
    assertThat(page()).doesNotContain("<b>").contains("&lt;b&gt;bold");
  }

  @Test
  void trend_badInput_isUnreadable() {
    var run = trend();
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains(runs().toString()).hasLineCount(1);
    assertThat(Run.of("report", "trend").exitCode()).isEqualTo(64);
  }
}
