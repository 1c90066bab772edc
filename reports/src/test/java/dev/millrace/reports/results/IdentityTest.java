package dev.millrace.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.JmhJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Changes one part of a record after the other: what is part of the identity must tell the series
/// apart, and nothing else may.
final class IdentityTest {
  private static final String RECORD =
      """
      {"jmhVersion": "1.37", "benchmark": "org.example.Bench.run", "mode": "avgt", "threads": 1,
       "forks": 2, "jdkVersion": "25", "jvmArgs": ["-Xmx1g"], "warmupTime": "1 s",
       "params": {"size": "10", "query": "a=b"},
       "primaryMetric": {"score": 2.0, "scoreError": 0.1, "scoreUnit": "ms/op",
        "rawData": [[1.0], [3.0]]},
       "secondaryMetrics": {"cpu": {"score": 1.0, "scoreUnit": "ms/op"}}}\
      """;

  @TempDir private Path folder;

  private Identity identity(String record) {
    var file = JmhJson.write(folder.resolve("results.json"), record);
    return ResultReader.read(file).getFirst().identity();
  }

  private Identity changed(String part, String other) {
    assertThat(RECORD).contains(part);
    return identity(RECORD.replace(part, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Bench.run | Bench.walk",
        "org.example | com.example",
        "Bench.run | bench.run",
        "\"mode\": \"avgt\" | \"mode\": \"thrpt\"",
        "\"mode\": \"avgt\" | \"mode\": \"ss\"",
        "\"mode\": \"avgt\" | \"mode\": \"sample\"",
        "\"threads\": 1 | \"threads\": 2",
        "\"size\": \"10\" | \"size\": \"1 0\"",
        "\"size\": \"10\" | \"length\": \"10\"",
        "\"size\": \"10\", | ``",
        "\"size\": \"10\" | \"size\": \"10\", \"more\": \"\"",
        "a=b | a=c",
        "\"scoreUnit\": \"ms/op\", | \"scoreUnit\": \"us/op\",",
        "\"scoreUnit\": \"ms/op\", | \"scoreUnit\": \"ops/ms\","
      })
  void identity_partChanged_isAnother(String part, String other) {
    assertThat(changed(part, other)).isNotEqualTo(identity(RECORD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1.37 | 1.21",
        "\"forks\": 2 | \"forks\": 9",
        "\"jdkVersion\": \"25\" | \"jdkVersion\": \"17\"",
        "-Xmx1g | -Xmx2g",
        "1 s | 10 s",
        "2.0 | \"NaN\"",
        "0.1 | 0.2",
        "[1.0], [3.0] | [5.0]",
        "\"cpu\" | \"gc.count\"",
        "\"size\": \"10\", \"query\": \"a=b\" | \"query\": \"a=b\", \"size\": \"10\"",
        "\"size\": \"10\" | \"size\": 10",
        "\"params\" | \"unknown\": [1], \"params\""
      })
  void identity_otherThingChanged_isTheSame(String part, String other) {
    assertThat(changed(part, other)).isEqualTo(identity(RECORD));
  }

  @Test
  void direction_goesByMode() {
    assertThat(identity(RECORD).mode().higherIsBetter()).isFalse();
    assertThat(changed("\"avgt\"", "\"thrpt\"").mode().higherIsBetter()).isTrue();
  }
}
