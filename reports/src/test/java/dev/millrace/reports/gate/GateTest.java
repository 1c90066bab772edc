package dev.millrace.reports.gate;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static dev.millrace.reports.JmhJson.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.JmhJson;
import dev.millrace.reports.results.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GateTest {
  private static final Margin TWO_PERCENT = new Margin(0.02);
  private static final double[][] STEADY = forks(100, 100.1, 99.9, 100.05, 99.95);

  @TempDir private Path folder;

  private Comparison compare(String baseline, String candidate) {
    return compare(new String[] {baseline}, new String[] {candidate});
  }

  private Comparison compare(String[] baseline, String[] candidate) {
    var before = JmhJson.write(folder.resolve("before/results.json"), baseline);
    var after = JmhJson.write(folder.resolve("after/results.json"), candidate);
    return Gate.compare(ResultFile.read(before), ResultFile.read(after), Policy.of(TWO_PERCENT));
  }

  private Judgement only(String baseline, String candidate) {
    var comparison = compare(baseline, candidate);
    assertThat(comparison.judgements()).hasSize(1);
    return comparison.judgements().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "avgt, ms/op, 1.10, REGRESSED",
    "avgt, ms/op, 0.90, IMPROVED",
    "avgt, ms/op, 1.00, PASS",
    "avgt, ms/op, 1.02, INCONCLUSIVE",
    "thrpt, ops/s, 0.90, REGRESSED",
    "thrpt, ops/s, 1.10, IMPROVED",
    "thrpt, ops/s, 1.01, PASS",
    "sample, us/op, 1.10, REGRESSED",
    "ss, s/op, 1.10, REGRESSED"
  })
  void judge_shift_goesByDirection(String mode, String unit, double shift, Verdict verdict) {
    var shifted = forks(100 * shift, 100.1 * shift, 99.9 * shift, 100.05 * shift, 99.95 * shift);
    var judgement = only(record("a.B.c", mode, unit, STEADY), record("a.B.c", mode, unit, shifted));
    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.evidence()).isNotNull();
    assertThat(judgement.evidence().finding().change().value()).isCloseTo(shift, within(1e-12));
  }

  @Test
  void judge_noisyForks_saysWhyItIsInconclusive() {
    var judgement =
        only(averageTime("run", forks(100, 104, 96)), averageTime("run", forks(103, 99, 107)));
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.reason())
        .startsWith("3 forks against 3 forks prove neither a change beyond ±2 % nor its absence; ")
        .matches(".*(about|at least) \\d+ more on each side would decide");
  }

  @Test
  void judge_manyIterationsInOneFork_areNotPooled() {
    var quiet = new double[] {100, 100.01, 99.99, 100, 100.01, 99.99, 100, 100};
    var slow = new double[] {150, 150.01, 149.99, 150, 150.01, 149.99, 150, 150};
    var judgement = only(averageTime("run", quiet), averageTime("run", slow));
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.reason()).contains("1 fork against 1 fork");
  }

  @Test
  void judge_forksThatDisagree_areInconclusiveThoughIterationsAgree() {
    var before = new double[][] {{100, 100, 100}, {110, 110, 110}};
    var after = new double[][] {{108, 108, 108}, {118, 118, 118}};
    assertThat(only(averageTime("run", before), averageTime("run", after)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void judge_gone_isMissing() {
    var comparison =
        compare(
            new String[] {averageTime("kept", STEADY), averageTime("gone", STEADY)},
            new String[] {averageTime("kept", STEADY)});
    assertThat(comparison.result()).isEqualTo(Verdict.MISSING);
    assertThat(comparison.count(Verdict.PASS)).isEqualTo(1);
  }

  @Test
  void judge_onlyTheNameDiffers_isRenamed() {
    var comparison =
        compare(
            new String[] {averageTime("kept", STEADY), averageTime("old", STEADY)},
            new String[] {averageTime("kept", STEADY), averageTime("fresh", STEADY)});
    assertThat(comparison.result()).isEqualTo(Verdict.RENAMED);
    assertThat(comparison.exitCode()).isEqualTo(3);
    assertThat(comparison.judgements().stream().map(Judgement::reason))
        .contains(
            "probably it is now org.example.Bench.fresh",
            "not in the baseline, not judged, probably it was org.example.Bench.old");
  }

  @Test
  void judge_severalCouldBeIt_namesNone() {
    var comparison =
        compare(
            new String[] {averageTime("old", STEADY)},
            new String[] {averageTime("one", STEADY), averageTime("other", STEADY)});
    assertThat(comparison.result()).isEqualTo(Verdict.MISSING);
  }

  @Test
  void judge_packageMoved_isFoundAmongMany() {
    var comparison =
        compare(
            new String[] {
              record("a.One.run", "avgt", "ms/op", STEADY),
              record("a.Two.run", "avgt", "ms/op", STEADY)
            },
            new String[] {
              record("b.One.run", "avgt", "ms/op", STEADY),
              record("b.Two.run", "avgt", "ms/op", STEADY)
            });
    assertThat(comparison.count(Verdict.RENAMED)).isEqualTo(2);
    assertThat(comparison.judgements().stream().map(Judgement::reason))
        .contains("probably it is now b.One.run", "probably it is now b.Two.run");
  }

  @Test
  void judge_otherParams_isNotRenamed() {
    var comparison =
        compare(
            record("a.B.old", "avgt", "ms/op", Map.of("n", "1"), STEADY),
            record("a.B.fresh", "avgt", "ms/op", Map.of("n", "2"), STEADY));
    assertThat(comparison.result()).isEqualTo(Verdict.MISSING);
  }

  @Test
  void judge_added_isReportedAndNotJudged() {
    var comparison =
        compare(
            new String[] {averageTime("kept", STEADY)},
            new String[] {averageTime("kept", STEADY), averageTime("added", STEADY)});
    assertThat(comparison.count(Verdict.NEW)).isEqualTo(1);
    assertThat(comparison.exitCode()).isZero();
  }

  @Test
  void judge_otherParam_isAnotherSeries() {
    var comparison =
        compare(
            record("a.B.c", "avgt", "ms/op", Map.of("job", "scan"), STEADY),
            record("a.B.c", "avgt", "ms/op", Map.of("job", "text"), STEADY));
    assertThat(comparison.count(Verdict.MISSING)).isEqualTo(1);
    assertThat(comparison.count(Verdict.NEW)).isEqualTo(1);
  }

  @Test
  void judge_otherThreads_isAnotherSeries() {
    var one = record("a.B.c", "avgt", "ms/op", STEADY);
    var comparison = compare(one, one.replace("\"threads\": 1", "\"threads\": 4"));
    assertThat(comparison.result()).isEqualTo(Verdict.MISSING);
  }

  @Test
  void judge_otherUnit_isNotComparable() {
    var judgement =
        only(record("a.B.c", "avgt", "ms/op", STEADY), record("a.B.c", "avgt", "us/op", STEADY));
    assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(judgement.reason()).isEqualTo("the unit differs: ms/op against us/op");
  }

  @Test
  void judge_otherMode_isNotComparable() {
    var judgement =
        only(record("a.B.c", "avgt", "ms/op", STEADY), record("a.B.c", "ss", "ms/op", STEADY));
    assertThat(judgement.reason()).isEqualTo("the mode differs: avgt against ss");
  }

  @Test
  void judge_notANumber_isAnError() {
    var judgement =
        only(averageTime("run", STEADY), averageTime("run", forks(100, Double.NaN, 100)));
    assertThat(judgement.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(judgement.reason())
        .isEqualTo("a score of the candidate is not a number: did the benchmark fail?");
  }

  @Test
  void judge_zero_isNotComparable() {
    assertThat(only(averageTime("run", forks(0, 0)), averageTime("run", STEADY)).verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
  }

  @Test
  void judge_repeatedSeries_isNotComparable() {
    var twice = new String[] {averageTime("run", STEADY), averageTime("run", STEADY)};
    var comparison = compare(new String[] {averageTime("run", STEADY)}, twice);
    assertThat(comparison.result()).isEqualTo(Verdict.NOT_COMPARABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"machine\": {\"cpuModel\": \"A\"}} | {\"machine\": {\"cpuModel\": \"B\"}}"
            + "| the CPU model differs: A against B",
        "{\"machine\": {\"logicalCores\": 4}} | {\"machine\": {\"logicalCores\": 8}}"
            + "| the number of logical cores differs: 4 against 8",
        "{\"machine\": {\"cpuModel\": \"A\", \"cgroupCpuQuota\": 2}} | {\"machine\": {\"cpuModel\": \"A\"}}"
            + "| the CPU quota differs: 2.0 cores against none",
        "{\"jvm\": {\"version\": \"25.0.3\"}} | {\"jvm\": {\"version\": \"26\"}}"
            + "| the JDK version differs: 25.0.3 against 26",
        "{\"machine\": {\"governor\": \"powersave\"}} | {\"machine\": {\"governor\": \"performance\"}}"
            + "| the CPU governor differs: powersave against performance",
        "{\"jvm\": {\"version\": \"25\", \"flags\": [\"-XX:+UseSerialGC\"]}}"
            + "| {\"jvm\": {\"version\": \"25\", \"flags\": [\"-XX:+UseZGC\"]}}"
            + "| the list of JVM flags differs: [-XX:+UseSerialGC] against [-XX:+UseZGC]"
      })
  void judge_otherMachine_isNotComparable(String before, String after, String reason)
      throws IOException {
    Files.createDirectories(folder.resolve("before"));
    Files.createDirectories(folder.resolve("after"));
    Files.writeString(folder.resolve("before/environment.json"), before);
    Files.writeString(folder.resolve("after/environment.json"), after);
    var judgement = only(averageTime("run", STEADY), averageTime("run", STEADY));
    assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(judgement.reason()).isEqualTo(reason);
  }

  @Test
  void compare_unknownMachine_notesWhatWasNotChecked() {
    var comparison = compare(averageTime("run", STEADY), averageTime("run", STEADY));
    assertThat(comparison.exitCode()).isZero();
    assertThat(comparison.notes()).contains("CPU model not checked: neither side has it recorded");
  }

  @ParameterizedTest
  @CsvSource({"0%, 0", "2%, 0.02", "' 2.5 % ', 0.025", "99.9%, 0.999"})
  void margin_percent_isAFraction(String text, double fraction) {
    assertThat(Margin.parse(text).fraction()).isCloseTo(fraction, within(1e-12));
  }
}
