package dev.millrace.reports;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static dev.millrace.reports.JmhJson.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @CsvSource({"--on-inconclusive, 0", "--on-missing, 2"})
  void gate_policy_letsThrough(String option, int exitCode) {
    var run = gate(averageTime("a", NOISY), averageTime("b", STEADY), option, "pass");
    assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
    assertThat(run.out()).contains("1 inconclusive, 1 pass");
  }

  @Test
  void gate_onMissingPass_letsMissingAndRenamedThrough() {
    var renamed = gate(averageTime("a", STEADY), averageTime("c", STEADY));
    assertThat(renamed.exitCode()).isEqualTo(3);
    assertThat(renamed.out())
        .contains("renamed")
        .contains("probably it is now org.example.Bench.c");
    assertThat(renamed.with("--on-missing", "pass").exitCode()).isZero();
    assertThat(renamed.with("--on-renamed", "pass").exitCode()).isZero();
  }

  @Test
  void gate_oneFileOnly_isUsage() {
    var run = Run.of("gate", baseline.toString());
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("BASELINE.json CANDIDATE.json").hasLineCount(1);
  }

  @Test
  void gate_metricThatNobodyHas_isUsage() {
    var run = gate(averageTime("a", STEADY), averageTime("b", STEADY), "--metric", "allocation");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("allocation").contains("-prof gc").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wall=2", "=2%", "wall=x%"})
  void gate_badMetric_isUsage(String metric) {
    var run = gate(averageTime("a", STEADY), averageTime("b", STEADY), "--metric", metric);
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("--metric").hasLineCount(1);
  }

  @Test
  void gate_acceptedRegression_isShownAndPasses() throws IOException {
    var run = accepting(entry("9999-12-31"));
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("accepted  +20.0 %")
        .contains("new checks (Ann, until 9999-12-31)");
  }

  @Test
  void gate_expiredAcceptance_isRed() throws IOException {
    var run = accepting(entry("2020-01-01"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("no longer accepted: new checks (Ann, until 2020-01-01)");
  }

  @Test
  void gate_acceptanceOfNothing_isNamed() throws IOException {
    var run = accepting(entry("9999-12-31").replace("Bench.a", "Bench.z"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("note: the accepted org.example.Bench.z, new checks (Ann, until 9999-12-31),")
        .contains("matches no series");
  }

  @Test
  void gate_acceptanceOfOtherMetricOrParams_doesNotHold() throws IOException {
    var cpu = entry("9999-12-31").replace("{", "{\"metric\": \"cpu\", ");
    assertThat(accepting(cpu).exitCode()).isEqualTo(1);
    var params = entry("9999-12-31").replace("{", "{\"params\": {\"n\": \"1\"}, ");
    assertThat(accepting(params).exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"benchmark\": \"a\"}",
        "[{\"benchmark\": \"a\", \"reason\": \"r\", \"owner\": \"o\"}]",
        "[{\"benchmark\": \"a\", \"reason\": \"r\", \"owner\": \"o\", \"expires\": \"soon\"}]",
        "[{\"benchmark\": \"a\", \"reason\": \"r\", \"owner\": \"o\", \"expiry\": \"2030-01-01\"}]",
        "[{\"benchmark\"",
        ""
      })
  void gate_badAcceptFile_isUnreadable(String text) throws IOException {
    var run = acceptingText(text);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("accept.json").contains("owner").hasLineCount(1);
  }

  private Run accepting(String entry) throws IOException {
    return acceptingText("[" + entry + "]");
  }

  private Run acceptingText(String text) throws IOException {
    var file = Files.writeString(folder.resolve("accept.json"), text);
    return gate(averageTime("a", SLOW), averageTime("b", STEADY), "--accept", file.toString());
  }

  private static String entry(String expires) {
    return """
    {"benchmark": "org.example.Bench.a", "reason": "new checks", "owner": "Ann", "expires": "%s"}\
    """
        .formatted(expires);
  }
}
