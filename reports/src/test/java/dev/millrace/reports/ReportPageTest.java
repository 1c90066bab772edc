package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.millrace.reports.results.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What a report says beyond its charts, and its other forms.
final class ReportPageTest {
  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private String report(Path results) throws IOException {
    var run = Run.of("report", results.toString(), "--out", out().toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Files.readString(out().resolve("index.html"));
  }

  private Path simple() {
    return JmhJson.write(
        folder.resolve("results.json"), JmhJson.averageTime("run", new double[] {1, 2}));
  }

  @Test
  void checks_areShownWithTheirVerdicts() throws IOException {
    Files.writeString(
        folder.resolve("environment.json"),
        """
        {"checks": [
          {"name": "governor", "verdict": "warn", "finding": "the governor is powersave"},
          {"name": "swap", "verdict": "ok", "finding": "nothing is swapped out"}]}
        """);
    assertThat(report(simple()))
        .contains("the governor is powersave", ">warn<", "nothing is swapped out", ">ok<")
        .contains("checks warned of governor, see");
  }

  @Test
  void checks_absent_areNotRecorded() throws IOException {
    assertThat(report(simple())).contains("before the run: not recorded").doesNotContain("warned");
  }

  @Test
  void failures_areShownAsFailed() throws IOException {
    Files.writeString(
        folder.resolve("failures.json"),
        """
        [{"benchmark": "org.example.Bench.run", "params": {}, "reason": "a fork died"},
         {"benchmark": "org.example.Bench.gone", "params": {"n": "1"}, "reason": "wrong <answer>"}]
        """);
    assertThat(report(simple()))
        .contains("2 forks left no result", "org.example.Bench.gone", "n = 1")
        .contains("wrong &lt;answer&gt;")
        .contains(">verdict</th>", ">forks failed</td>");
    assertThat(out().resolve("data/failures.json")).exists();
  }

  @Test
  void jmhLog_ofAnotherRun_isKeptAndNoted() throws IOException {
    Files.writeString(folder.resolve("results.log"), "# Benchmark: org.example.Bench.walk\n");
    assertThat(report(simple()))
        .contains("; note: results.log does not tell of the warm-up of these forks");
    assertThat(out().resolve("report.md")).content().contains("note: results.log does not tell");
    assertThat(out().resolve("data/results.log")).exists();
  }

  @Test
  void flames_besideTheResults_areCopiedAndLinked() throws IOException {
    var flames = Files.createDirectories(folder.resolve("flames"));
    for (var name : new String[] {"scan-fused", "scan-eager", "scan-fused-against-scan-eager"}) {
      Files.writeString(flames.resolve(name + ".html"), "<html>flame</html>");
    }
    Files.writeString(flames.resolve("scan-fused.collapsed"), "main 1");
    Files.writeString(flames.resolve("scan-eager.collapsed"), "main 1");
    Files.writeString(folder.resolve("other.html"), "no flame graph");
    var results = Files.copy(Fixtures.scaling(), folder.resolve("results.json"));
    var link = "<a href=\"data/flames/scan-fused.html\">flame graph</a>";
    assertThat(report(results))
        .containsOnlyOnce(link)
        .contains("scan-fused-against-scan-eager</a> (difference)")
        .doesNotContain("other.html");
    assertThat(out().resolve("data/flames/scan-fused.html")).hasContent("<html>flame</html>");
  }

  @Test
  void flames_absent_areExplained() throws IOException {
    assertThat(report(simple())).contains("None lie beside the results");
  }

  @Test
  void table_asCsvAndJson_holdsEverySeries() throws IOException {
    report(Fixtures.scaling());
    var series = ResultFile.read(Fixtures.scaling()).series();
    var json = JsonMapper.shared().readTree(Files.readString(out().resolve("table.json")));
    try (var csv = CsvReader.builder().ofNamedCsvRecord(out().resolve("table.csv"))) {
      var rows = csv.stream().toList();
      assertThat(rows).hasSameSizeAs(series);
      assertThat(json).hasSameSizeAs(series);
      for (var i = 0; i < rows.size(); i++) {
        var score = Double.parseDouble(rows.get(i).getField("score"));
        assertThat(json.get(i).path("score").doubleValue()).isEqualTo(score);
        assertThat(series)
            .anyMatch(each -> Math.abs(mean(each.primary().forkMeans()) - score) < 1e-9 * score);
      }
    }
  }

  @Test
  void table_asCsv_holdsEverySecondaryMetric() throws IOException {
    var plain = JmhJson.averageTime("run", new double[] {1}, new double[] {2});
    var counted =
        JmhJson.with(
            JmhJson.averageTime("counted", new double[] {1}, new double[] {2}),
            "gc.count",
            "counts",
            new double[] {3},
            new double[] {5});
    report(JmhJson.write(folder.resolve("results.json"), plain, counted));
    try (var csv = CsvReader.builder().ofNamedCsvRecord(out().resolve("table.csv"))) {
      assertThat(csv.stream())
          .extracting(row -> row.getField("gc.count"))
          .containsExactly("", "4.0");
    }
  }

  private static double mean(double[] numbers) {
    return DoubleStream.of(numbers).sum() / numbers.length;
  }

  @Test
  void chart_asJson_holdsTheNumbersOfItsCsv() throws IOException {
    report(Fixtures.scaling());
    var charts = out().resolve("charts");
    var json = JsonMapper.shared().readTree(Files.readString(charts.resolve("scan-time.json")));
    assertThat(json.path("alternative").stringValue()).contains("scan: run time", "forkjoin");
    var lines = Files.readAllLines(charts.resolve("scan-time.csv"));
    assertThat(json.path("data")).hasSize(lines.size() - 1);
    assertThat(json.path("data").get(0).path("unit").stringValue()).isEqualTo("ms/op");
  }

  @Test
  void markdown_saysWhatThePageSays() throws IOException {
    report(Fixtures.scaling());
    assertThat(out().resolve("report.md"))
        .content()
        .contains("## What the numbers say", "](charts/overview.svg)", "Example CPU 2000")
        .contains("| benchmark | job | engine | parallelism | score |")
        .doesNotContain("<div", "</");
  }

  @Test
  void oneFork_isSaidToTellNothingOfOthers() throws IOException {
    assertThat(report(simple())).contains("only one fork was measured of every series");
    var two = JmhJson.averageTime("run", new double[] {1, 2}, new double[] {2, 3});
    assertThat(report(JmhJson.write(folder.resolve("two.json"), two)))
        .doesNotContain("only one fork");
  }

  @Test
  void rawData_thatIsMissing_isNotCounted() throws IOException {
    var record = JmhJson.averageTime("run").replaceFirst("\"score\": \"NaN\"", "\"score\": 5");
    assertThat(report(JmhJson.write(folder.resolve("results.json"), record)))
        .contains("forks × iterations: not kept");
  }

  @Test
  void overview_ofManyLines_isLeftOut() throws IOException {
    assertThat(report(engines(20))).contains(">Overview<");
    assertThat(report(engines(21))).doesNotContain(">Overview<").contains(">Charts<");
  }

  private Path engines(int count) {
    var records =
        IntStream.range(0, 2 * count)
            .mapToObj(i ->
                JmhJson.record(
                    "a.B.run",
                    "avgt",
                    "ms/op",
                    Map.of("engine", "e" + i / 2, "parallelism", String.valueOf(1 + i % 2)),
                    new double[] {i + 1}))
            .toArray(String[]::new);
    return JmhJson.write(folder.resolve("engines-" + count + ".json"), records);
  }
}
