package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportCommandTest {
  private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"#][^\"]*)\"");

  @TempDir private Path folder;

  private Run report(Path results, String... options) {
    return Run.of("report", results.toString(), "--out", folder.resolve("out").toString())
        .with(options);
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("out/index.html"));
  }

  @Test
  void report_ownSuite_writesPageAndCharts() throws IOException {
    var run = report(Fixtures.scaling());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines().toList().getLast())
        .isEqualTo("report: " + folder.resolve("out/index.html"));
    for (var stem : new String[] {"overview", "rules-time", "rules-cpu", "scan-time", "scan-cpu"}) {
      assertThat(folder.resolve("out/charts/" + stem + ".svg")).isNotEmptyFile();
      assertThat(folder.resolve("out/charts/" + stem + ".png")).isNotEmptyFile();
      assertThat(folder.resolve("out/charts/" + stem + ".csv")).isNotEmptyFile();
    }
    assertThat(page()).contains("rules", "scan", "Example CPU 2000", "The machine itself");
  }

  @Test
  void report_everyLink_leadsToAFile() throws IOException {
    report(Fixtures.scaling());
    var links = LINK.matcher(page()).results().map(match -> match.group(1)).toList();
    assertThat(links).hasSizeGreaterThan(10);
    assertThat(links).allMatch(link -> Files.isRegularFile(folder.resolve("out").resolve(link)));
  }

  @Test
  void report_page_needsNoNetwork() throws IOException {
    report(Fixtures.scaling());
    assertThat(page())
        .containsOnlyOnce("<script")
        .doesNotContain("<script ", "http:", "https:", "@import", "url(", "fetch(", "import(");
  }

  @Test
  void report_twice_givesEqualBytes() throws IOException {
    report(Fixtures.scaling());
    var first = bytes();
    assertThat(first).hasSizeGreaterThan(10);
    report(Fixtures.scaling());
    var second = bytes();
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((file, content) -> assertThat(second.get(file)).as(file).isEqualTo(content));
  }

  private Map<String, byte[]> bytes() throws IOException {
    var bytes = new TreeMap<String, byte[]>();
    try (var files = Files.walk(folder.resolve("out"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  @Test
  void report_everyForm_isDrawn() throws IOException {
    var run = report(Fixtures.file("results/every-form.json"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(page()).contains("not recorded", "throughput", "sampled time", "single-shot time");
  }

  @Test
  void report_secondaryMetrics_areColumnsOfTheTable() throws IOException {
    var secondary =
        """
        {"cpu": {"score": 2, "scoreUnit": "ms/op"}, "cpu.user": {"score": 1, "scoreUnit": "ms/op"},
         "parks": {"score": 0.25, "scoreUnit": "1/unit", "rawData": [[0.2], [0.3]]},
         "flames": {"score": "NaN", "scoreUnit": "---"}}\
        """;
    var record =
        JmhJson.averageTime("run", new double[] {1})
            .replace("\"secondaryMetrics\": {}", "\"secondaryMetrics\": " + secondary);
    var run = report(JmhJson.write(folder.resolve("results.json"), record));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(page())
        .contains(">CPU time, ms/op</th>", ">parks, 1/unit</th>", ">0.25 <small>")
        .doesNotContain(">cpu.user", ">flames");
  }

  @Test
  void report_markupInNames_isText() throws IOException {
    var odd = Map.of("query", "<script>alert(1)</script> & 'x'");
    var one = JmhJson.forks(1, 2);
    var results =
        JmhJson.write(
            folder.resolve("odd <b> name.json"),
            JmhJson.record("a.B.<script>", "avgt", "ms/op", odd, one),
            JmhJson.record("a.B.other", "avgt", "ms/op", odd, one));
    var run = report(results);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(page())
        .containsOnlyOnce("<script")
        .doesNotContain("<script>alert", "<b>")
        .contains("&lt;script&gt;");
    assertThat(folder.resolve("out/report.md")).content().doesNotContain("<script");
    try (var charts = Files.list(folder.resolve("out/charts"))) {
      for (var chart : charts.filter(each -> each.toString().endsWith(".svg")).toList()) {
        assertThat(Files.readString(chart)).doesNotContain("<script");
      }
    }
  }

  @Test
  void report_sameSeriesInTwoFiles_isToldApart() throws IOException {
    var one =
        JmhJson.write(folder.resolve("one.json"), JmhJson.averageTime("run", new double[] {1}));
    var two =
        JmhJson.write(folder.resolve("two.json"), JmhJson.averageTime("run", new double[] {2}));
    var run = report(one, two.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(page()).contains("one.json takes 1 ms; the runner-up, two.json, takes 2.00×");
    assertThat(folder.resolve("out/data/1/one.json")).hasSameBinaryContentAs(one);
    assertThat(folder.resolve("out/data/2/two.json")).hasSameBinaryContentAs(two);
  }

  @Test
  void report_filesOfOneName_areToldApartByFolder() throws IOException {
    var old = JmhJson.averageTime("run", new double[] {1});
    var fresh = JmhJson.averageTime("run", new double[] {2});
    var one = JmhJson.write(folder.resolve("main/results.json"), old);
    var two = JmhJson.write(folder.resolve("branch/results.json"), fresh);
    report(one, two.toString());
    assertThat(page()).contains("main takes 1 ms; the runner-up, branch, takes 2.00×");
  }

  @Test
  void report_unknownAxis_isUsageAndNamesTheOthers() {
    var run = report(Fixtures.scaling(), "--axis", "size");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("items, parallelism, threads").hasLineCount(1);
  }

  @Test
  void report_axis_isDrawn() throws IOException {
    var run = report(Fixtures.scaling(), "--axis", "items");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(page()).contains("against items");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "{}", "[{}]", "no json"})
  void report_badFile_isUnreadableInOneLine(String content) throws IOException {
    var file = Files.writeString(folder.resolve("bad.json"), content);
    var run = report(file);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).startsWith(file + ": line 1, column ").hasLineCount(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void report_folderThatCannotBe_isCannotWrite() throws IOException {
    var taken = Files.writeString(folder.resolve("taken"), "a file");
    var run = Run.of("report", Fixtures.scaling().toString(), "--out", taken + "/below");
    assertThat(run.exitCode()).isEqualTo(73);
    assertThat(run.err()).startsWith("cannot write the report").hasLineCount(1);
  }

  @Test
  void reports_noSubcommand_isUsage() {
    assertThat(Run.of().exitCode()).isEqualTo(64);
    assertThat(Run.of("report").exitCode()).isEqualTo(64);
    assertThat(Run.of("report", "--help").out()).contains("Exit codes", "index.html");
  }

  @Test
  void report_publicFiles_allGetAPage() throws IOException {
    for (var file : Fixtures.publicResults().toList()) {
      var run = report(file);
      assertThat(run.exitCode()).as(file + ": " + run.err()).isZero();
      assertThat(page()).contains("What the numbers say");
    }
  }

  @Test
  void report_controlSignsAndHalvesOfSigns_giveFilesThatCanBeRead() throws Exception {
    var params = Map.of("engine", "x\\u0001" + "\uD83D\uDE80".repeat(60), "job", "a\\u001f");
    var record =
        JmhJson.record("a.B.run", "avgt", "ms/op", params, new double[] {1, 2, 3, 4, 5, 6});
    var results = JmhJson.write(folder.resolve("results.json"), record);
    assertThat(Run.of("report", results.toString()).exitCode()).isZero();
    try (var charts = Files.list(folder.resolve("report/charts"))) {
      for (var chart : charts.filter(file -> file.toString().endsWith(".svg")).toList()) {
        assertThat(Files.readString(chart)).doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--tags=a,a"})
  void report_filesThatAreCalledTheSame_isUsage(String tags) {
    var file =
        JmhJson.write(folder.resolve("a.json"), JmhJson.averageTime("run", new double[] {1}));
    var run =
        Run.of("report", file.toString(), file.toString())
            .with(tags.isEmpty() ? new String[0] : new String[] {tags});
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("two files of this name").hasLineCount(1);
  }
}
