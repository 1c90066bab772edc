package dev.millrace.reports.gate;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static dev.millrace.reports.JmhJson.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.JmhJson;
import dev.millrace.reports.results.ResultFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is judged beside scores: CPU time, allocation, instructions.
final class MeasureTest {
  private static final double[][] STEADY = forks(100, 100.1, 99.9, 100.05, 99.95);

  @TempDir private Path folder;

  private Comparison compare(String baseline, String candidate) {
    var before = JmhJson.write(folder.resolve("before/results.json"), baseline);
    var after = JmhJson.write(folder.resolve("after/results.json"), candidate);
    var policy = Policy.of(new Margin(0.02));
    return Gate.compare(ResultFile.read(before), ResultFile.read(after), policy);
  }

  @ParameterizedTest
  @CsvSource({
    "gc.alloc.rate.norm, B/op, allocation, 1.02, REGRESSED",
    "gc.alloc.rate.norm, B/op, allocation, 1.00, PASS",
    "gc.alloc.rate.norm, B/op, allocation, 0.98, IMPROVED",
    "instructions:u, #/op, instructions, 1.02, REGRESSED",
    "cpu, ns/op, cpu, 1.05, REGRESSED",
    "cpu, ns/op, cpu, 1.01, PASS"
  })
  void judge_secondaryMetric_isASeriesOfItsOwn(
      String name, String unit, String metric, double shift, Verdict verdict) {
    var counts = new double[] {40_000, 40_001, 40_000};
    var shifted = Arrays.stream(counts).map(count -> count * shift).toArray();
    var comparison =
        compare(
            with(averageTime("run", STEADY), name, unit, forks(counts)),
            with(averageTime("run", STEADY), name, unit, forks(shifted)));
    assertThat(comparison.judgements())
        .filteredOn(each -> each.metric().equals(metric))
        .singleElement()
        .extracting(Judgement::verdict)
        .isEqualTo(verdict);
    assertThat(comparison.judgements()).hasSize(2);
  }

  @Test
  void judge_threeRunsOfOneBuild_allocationIsSilent() {
    var random = new Random(5);
    var runs =
        IntStream.range(0, 3)
            .mapToObj(_ ->
                with(
                    averageTime("run", STEADY),
                    "gc.alloc.rate.norm",
                    "B/op",
                    forks(random.doubles(3, 24_000, 24_008).toArray())))
            .toList();
    assertThat(compare(runs.get(0), runs.get(1)).result()).isEqualTo(Verdict.PASS);
    assertThat(compare(runs.get(1), runs.get(2)).result()).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource({"0.001, 0.004, PASS", "0.001, 16, REGRESSED", "16, 0, IMPROVED"})
  void judge_allocationOfNothing_isToldFromSomething(double before, double after, Verdict verdict) {
    var comparison =
        compare(
            with(averageTime("run", STEADY), "gc.alloc.rate.norm", "B/op", forks(before, before)),
            with(averageTime("run", STEADY), "gc.alloc.rate.norm", "B/op", forks(after, after)));
    assertThat(comparison.judgements())
        .filteredOn(each -> each.metric().equals("allocation"))
        .extracting(Judgement::verdict)
        .containsExactly(verdict);
  }

  @Test
  void judge_metricOfTheBaselineIsGone_isMissing() {
    var comparison =
        compare(
            with(averageTime("run", STEADY), "gc.alloc.rate.norm", "B/op", forks(40, 40)),
            averageTime("run", STEADY));
    assertThat(comparison.exitCode()).isEqualTo(3);
    assertThat(comparison.judgements().getFirst().reason())
        .isEqualTo("the candidate has no such metric; run it with -prof gc");
  }
}
