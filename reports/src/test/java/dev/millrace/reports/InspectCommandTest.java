package dev.millrace.reports;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static dev.millrace.reports.JmhJson.record;
import static dev.millrace.reports.JmhJson.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class InspectCommandTest {
  private static final String SETTINGS =
      """
      "warmupIterations": 5, "warmupTime": "10 s", "measurementTime": "10 s", "threads": 1\
      """;

  @TempDir private Path folder;

  private Run inspect(String record, String... options) {
    var file = JmhJson.write(folder.resolve("results.json"), record);
    return Run.of("gate", "inspect", file.toString()).with(options);
  }

  private JsonNode json(String record, String... options) {
    return series(inspect(record, "--format", "json").with(options));
  }

  private static JsonNode series(Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonMapper.shared().readTree(run.out()).get("series").get(0);
  }

  private static String timed(String record) {
    return record.replace("\"threads\": 1", SETTINGS);
  }

  /// JMH pools iterations of forks that differ, and so is too sure of itself.
  @Test
  void inspect_publicFile_saysThatForksDiffer() throws IOException {
    var file =
        Fixtures.publicResults()
            .filter(each -> each.endsWith("parallel-performance-measurement.json"))
            .findFirst()
            .orElseThrow()
            .toString();
    var text = Run.of("gate", "inspect", file).out();
    assertThat(text)
        .contains("at 99.9 %: ±1.848 over forks, where JMH says ±0.156: 11.8 times as wide")
        .contains("(ICC) 0.894")
        .contains("fork 1 (72.82")
        .contains("5 forks × 20 iterations");
    var first = series(Run.of("gate", "inspect", file, "--format", "json"));
    assertThat(first.at("/variances/intraclassCorrelation").asDouble())
        .isCloseTo(0.894, within(5e-4));
    assertThat(first.at("/timesAsWideAsJmh").asDouble()).isCloseTo(11.8, within(0.05));
    var ends = first.get("interval999");
    assertThat((ends.get(1).asDouble() - ends.get(0).asDouble()) / 2)
        .isCloseTo(1.848, within(5e-4));
  }

  /// Forty single shots that creep up from 569 ms to 603 ms.
  @Test
  void inspect_creepingShots_areRising() {
    var random = new SplittableRandom(11);
    var shots =
        IntStream.range(0, 40)
            .mapToDouble(i -> 569 + 34 * i / 39.0 + 5.7 * random.nextGaussian())
            .toArray();
    var run = inspect(record("org.develar.Bench.json", "ss", "ms/op", shots));
    assertThat(run.out())
        .containsPattern("odd: rising, \\+[4-8]\\.\\d % from first to last iteration")
        .contains("one fork: nothing is known of how forks differ; begin with 5 forks × ")
        .contains("1 inspected; 1 rising");
  }

  @Test
  void inspect_quietForks_areNotOdd() {
    var run = inspect(averageTime("a", forks(100, 100.1, 99.9, 100.05, 99.95)));
    assertThat(run.out())
        .contains("mean 100 ms/op ±0.098 % at 95 %, 5 forks × 1 iteration")
        .doesNotContain("odd:", "outliers,", "note:")
        .contains("1 inspected; 0 with outliers");
  }

  @Test
  void inspect_settings_giveTimesToTheAdvice() {
    var record = timed(averageTime("a", row(96), row(104), row(100), row(101), row(99)));
    var run = inspect(record, "--half-width", "5%", "--budget", "20m");
    assertThat(run.out())
        .containsPattern("for ±5 %: \\d+ forks × \\d iterations? \\(\\d+ min\\)")
        .contains("it was 5 forks × 4 iterations (8 min)")
        .containsPattern("in 20 min: \\d+ forks × \\d iterations? \\((19|20) min\\) give ±");
    var advice = json(record, "--half-width", "5%", "--budget", "20m").get("advice");
    assertThat(advice.at("/now/cost").asDouble()).isEqualTo(5 * (1 + 50 + 40));
    assertThat(advice.at("/forHalfWidth/halfWidth").asDouble()).isLessThanOrEqualTo(0.05);
    assertThat(advice.at("/forBudget/cost").asDouble()).isLessThanOrEqualTo(20 * 60);
  }

  private static double[] row(double mean) {
    return new double[] {mean - 1, mean + 1, mean, mean + 0.5};
  }

  @Test
  void inspect_singleShots_lastAsLongAsTheirScore() {
    var shots =
        record("a.B.c", "ss", "ms/op", forks(2000, 2010, 1990))
            .replace(
                "\"threads\": 1",
                "\"warmupIterations\": 0, \"measurementTime\": \"single-shot\","
                    + " \"measurementBatchSize\": 3, \"threads\": 1");
    assertThat(json(shots).at("/advice/now/cost").asDouble()).isCloseTo(3 * 7, within(1e-9));
  }

  @Test
  void inspect_outliers_areNamedAndKept() {
    var run =
        inspect(
            averageTime(
                "a",
                new double[] {10, 10.1, 9.9, 10.05, 50},
                row(10),
                row(10.1),
                row(10.05),
                row(10.02)));
    assertThat(run.out())
        .contains("outliers, named and kept: fork 1 (18.01, far out)")
        .contains("iteration 5 of fork 1 (50, far out)");
    var outliers = json(averageTime("a", new double[] {10, 10.1, 9.9, 10.05, 50}));
    assertThat(outliers.at("/outliers/0/iteration").asInt()).isEqualTo(5);
    assertThat(outliers.at("/mean").asDouble()).as("kept").isEqualTo(18.01);
  }

  @Test
  void inspect_otherMetric_isInspected() {
    var record = with(averageTime("a", row(100), row(101)), "cpu", "ms/op", row(300), row(310));
    var run = inspect(record, "--metric", "cpu");
    assertThat(run.out()).startsWith("cpu of Bench.a").contains("mean 305.1 ms/op");
  }

  @Test
  void inspect_unusable_isANote() {
    var noRaw =
        "{\"benchmark\": \"a.B.c\", \"mode\": \"avgt\","
            + " \"primaryMetric\": {\"score\": 3, \"scoreUnit\": \"ms/op\"}}";
    assertThat(inspect(noRaw).out()).contains("note: B.c avgt ms/op: no raw data");
    assertThat(inspect(averageTime("a", forks(1, Double.NaN))).out())
        .contains("note: Bench.a avgt ms/op: a number of its wall is none");
    assertThat(inspect(averageTime("a", forks(0, 0))).exitCode()).isZero();
    assertThat(inspect(averageTime("a", row(-5), row(5))).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--metric nosuch", "--half-width 1", "--budget soon", "--format xml"})
  void inspect_badOptions_areUsage(String options) {
    var run = inspect(averageTime("a", forks(1, 2)), options.split(" "));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(64);
    assertThat(run.err()).hasLineCount(1);
  }

  @Test
  void inspect_noFile_isUnreadable() {
    var run = Run.of("gate", "inspect", folder.resolve("none.json").toString());
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("no such file").hasLineCount(1);
  }
}
