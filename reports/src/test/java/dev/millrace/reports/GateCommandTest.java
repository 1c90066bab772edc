package dev.millrace.reports;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static dev.millrace.reports.JmhJson.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

final class GateCommandTest {
  private static final double[][] STEADY = forks(100, 100.1, 99.9);
  private static final double[][] SLOW = forks(120, 120.1, 119.9);
  private static final double[][] NOISY = forks(100, 110, 90);

  @TempDir private Path folder;
  private Path baseline;

  @BeforeEach
  void writeBaseline() {
    baseline =
        JmhJson.write(
            folder.resolve("baseline.json"), averageTime("a", STEADY), averageTime("b", STEADY));
  }

  private Run gate(String a, String b, String... options) {
    var candidate = JmhJson.write(folder.resolve("candidate.json"), a, b);
    return Run.of("gate", baseline.toString(), candidate.toString()).with(options);
  }

  @Test
  void gate_sameNumbers_passes() {
    var run = gate(averageTime("a", STEADY), averageTime("b", STEADY));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("2 pass").endsWith("result: pass (exit code 0)\n");
  }

  @Test
  void gate_faster_isImproved() {
    var run = gate(averageTime("a", forks(80, 80.1, 79.9)), averageTime("b", STEADY));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("result: improved (exit code 0)\n");
  }

  @Test
  void gate_slower_isOne() {
    var run = gate(averageTime("a", SLOW), averageTime("b", STEADY));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("regressed  +20.0 %");
  }

  @Test
  void gate_noisy_isTwo() {
    assertThat(gate(averageTime("a", NOISY), averageTime("b", STEADY)).exitCode()).isEqualTo(2);
  }

  @Test
  void gate_missing_isThree() {
    assertThat(gate(averageTime("a", NOISY), averageTime("c", STEADY)).exitCode()).isEqualTo(3);
  }

  @Test
  void gate_otherUnit_isFourBeforeThree() {
    var otherUnit = record("org.example.Bench.a", "avgt", "us/op", STEADY);
    assertThat(gate(otherUnit, averageTime("c", STEADY)).exitCode()).isEqualTo(4);
  }

  @Test
  void gate_regressedAndMore_isOneBeforeFour() {
    var otherUnit = record("org.example.Bench.b", "avgt", "us/op", STEADY);
    assertThat(gate(averageTime("a", SLOW), otherUnit).exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"10%, 1", "30%, 2", "40%, 0"})
  void gate_margin_decides(String margin, int exitCode) {
    var slower = forks(128, 125, 131);
    var run = gate(averageTime("a", slower), averageTime("b", STEADY), "--margin", margin);
    assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0.02", "-1%", "100%", "two", ""})
  void gate_badMargin_isUsage(String margin) {
    var run = gate(averageTime("a", STEADY), averageTime("b", STEADY), "--margin=" + margin);
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("--margin").hasLineCount(1);
  }

  @Test
  void gate_badFormat_isUsage() {
    var run = gate(averageTime("a", STEADY), averageTime("b", STEADY), "--format", "pdf");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("--format").hasLineCount(1);
  }

  @Test
  void gate_cutFile_isUnreadable() throws IOException {
    var cut = folder.resolve("cut.json");
    Files.writeString(cut, Files.readString(baseline).substring(0, 200));
    var run = Run.of("gate", baseline.toString(), cut.toString());
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).startsWith(cut + ": line ").contains("cut short").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void gate_help_tellsExitCodes() {
    var run = Run.of("gate", "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Exit codes", "inconclusive", "65", "--margin", "--format");
  }

  @Test
  void gate_json_hasEveryNumber() {
    var run = gate(averageTime("a", SLOW), averageTime("c", STEADY), "--format", "json");
    var tree = JsonMapper.shared().readTree(run.out());
    assertThat(tree.get("exitCode").asInt()).isEqualTo(1).isEqualTo(run.exitCode());
    var first = tree.get("judgements").get(0);
    assertThat(first.get("verdict").asString()).isEqualTo("regressed");
    assertThat(first.get("ratio").get("value").asDouble()).isCloseTo(1.2, within(1e-6));
    assertThat(first.get("ratio").get("interval").size()).isEqualTo(2);
    assertThat(tree.get("judgements").get(1).get("ratio").isNull()).isTrue();
  }

  @Test
  void gate_markdown_isATableWhateverTheNames() {
    var odd = Map.of("query", "a|b `c` <script>");
    JmhJson.write(
        baseline, record("x.Y.z", "avgt", "ms/op", odd, STEADY), averageTime("b", STEADY));
    var run =
        gate(
            record("x.Y.z", "avgt", "ms/op", odd, SLOW),
            averageTime("b", STEADY),
            "--format",
            "markdown");
    assertThat(run.out()).contains("**regressed**").doesNotContain("<script>");
    assertThat(run.out().lines().filter(line -> line.startsWith("|")))
        .hasSize(4)
        .allMatch(line -> line.replace("\\|", "").chars().filter(each -> each == '|').count() == 8);
  }

  @Test
  void gate_junit_failsTheRegressed() throws Exception {
    var run = gate(averageTime("a", SLOW), averageTime("c", NOISY), "--format", "junit");
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(run.out())));
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    var suite = document.getElementsByTagName("testsuite").item(0).getAttributes();
    assertThat(suite.getNamedItem("failures").getNodeValue()).isEqualTo("2");
  }

  @Test
  void gate_sarif_hasRulesForItsResults() {
    var run = gate(averageTime("a", SLOW), averageTime("b", NOISY), "--format", "sarif");
    var tree = JsonMapper.shared().readTree(run.out());
    assertThat(tree.get("version").asString()).isEqualTo("2.1.0");
    var only = tree.get("runs").get(0);
    var rules = only.get("tool").get("driver").get("rules").findValuesAsString("id");
    var results = only.get("results");
    assertThat(results.findValuesAsString("ruleId")).containsExactly("regressed", "inconclusive");
    assertThat(rules).containsAll(results.findValuesAsString("ruleId"));
    assertThat(results.findValuesAsString("level")).containsExactly("error", "warning");
    var place = results.get(0).get("locations").get(0).get("physicalLocation");
    assertThat(place.get("artifactLocation").get("uri").asString()).endsWith("candidate.json");
  }
}
