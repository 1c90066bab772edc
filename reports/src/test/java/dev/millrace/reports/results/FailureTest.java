package dev.millrace.reports.results;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static dev.millrace.reports.JmhJson.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.reports.JmhJson;
import dev.millrace.reports.gate.Gate;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Policy;
import dev.millrace.reports.gate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailureTest {
  private static final double[][] STEADY = forks(1, 1.001, 0.999);

  @TempDir private Path folder;

  private ResultFile results(String failures) throws IOException {
    var results = JmhJson.write(folder.resolve("results.json"), averageTime("a", STEADY));
    Files.writeString(folder.resolve("failures.json"), failures);
    return ResultFile.read(results);
  }

  private static String failure(String params) {
    return """
    [{"benchmark": "org.example.Bench.b", "params": {%s}, "point": "b", "round": 1,
      "reason": "the fork ended with exit code 1"}]
    """
        .formatted(params);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\"n\": \"2\" | 2 | true",
        "\"n\": \"1,2,4\" | 2 | true",
        "\"n\": \"1,4\" | 2 | false",
        "\"n\": \"12\" | 2 | false",
        "\"n\": \"a,b\" | a,b | true",
        "`` | 2 | false"
      })
  void failureOf_param_isOneOfThoseThatWereToBeMeasured(String params, String value, boolean isIt)
      throws IOException {
    var series = record("org.example.Bench.b", "avgt", "ms/op", Map.of("n", value), STEADY);
    var wanted = ResultReader.read(JmhJson.write(folder.resolve("b.json"), series)).getFirst();
    assertThat(results(failure(params)).failureOf(wanted.identity()))
        .isEqualTo(isIt ? "the fork ended with exit code 1" : null);
  }

  @Test
  void failure_ofAMissingBenchmark_isAnError() throws IOException {
    var before = folder.resolve("before/results.json");
    JmhJson.write(before, averageTime("a", STEADY), averageTime("b", STEADY));
    var comparison =
        Gate.compare(ResultFile.read(before), results(failure("")), Policy.of(new Margin(0.02)));
    var failed = comparison.judgements().getFirst();
    assertThat(failed.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(failed.reason()).isEqualTo("it failed: the fork ended with exit code 1");
    assertThat(comparison.notes())
        .contains(
            folder.resolve("results.json")
                + ": forks failed: org.example.Bench.b: the fork ended with exit code 1");
  }

  @Test
  void failure_besideResults_isAnErrorAllTheSame() throws IOException {
    var file = results(failure("").replace("Bench.b", "Bench.a"));
    var comparison = Gate.compare(file, file, Policy.of(new Margin(0.02)));
    assertThat(comparison.judgements())
        .singleElement()
        .satisfies(each -> assertThat(each.verdict()).isEqualTo(Verdict.ERROR));
  }

  @Test
  void failure_ofAnotherFile_isPassedOver() throws IOException {
    var named = failure("").replace("\"round\": 1", "\"results\": \"other.json\"");
    assertThat(results(named).failures()).isEmpty();
    assertThat(results(named.replace("other", "results")).failures()).hasSize(1);
  }

  @Test
  void writeFailures_isReadByTheFilesTheyBelongTo() throws IOException {
    var one = new Failure("a.B.c", Map.of("n", "1", "k", "x"), "exit code 1");
    var other = new Failure("a.B.d", Map.of(), "no \"result\"");
    ResultWriter.writeFailures(
        folder, Map.of("old.json", List.of(one), "new.json", List.of(one, other)));
    assertThat(Failure.of(folder.resolve("old.json"))).containsExactly(one);
    assertThat(Failure.of(folder.resolve("new.json"))).containsExactly(one, other);
  }

  @Test
  void read_none_isNone() throws IOException {
    assertThat(results("[]").failures()).isEmpty();
    Files.delete(folder.resolve("failures.json"));
    assertThat(ResultFile.read(folder.resolve("results.json")).failures()).isEmpty();
  }

  @Test
  void read_cutFile_saysSo() {
    assertThatThrownBy(() -> results("[{\"benchmark\": \"a\""))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("failures.json: line 1")
        .hasMessageContaining("cut short");
  }
}
