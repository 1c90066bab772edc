package dev.millrace.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.reports.JmhJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WarmUpsTest {
  private static final String WARM_UP =
      """
      [{"benchmark": "a.B.run", "mode": "thrpt", "threads": 1, "params": {"size": "10"},
        "unit": "ops/s", "forks": [[0.25, 3], []]}]
      """;

  @TempDir private Path folder;

  private ResultFile results() {
    var forks = JmhJson.forks(1, 2);
    var record = JmhJson.record("a.B.run", "thrpt", "ops/s", Map.of("size", "10"), forks);
    var file = ResultFile.read(JmhJson.write(folder.resolve("results.json"), record));
    return WarmUps.addedTo(file);
  }

  private ResultFile with(String warmUp) throws IOException {
    Files.writeString(folder.resolve(WarmUps.FILE), warmUp);
    return results();
  }

  private static List<double[]> warmUp(ResultFile file) {
    return file.series().getFirst().warmUp().stream().map(Fork::values).toList();
  }

  @Test
  void addedTo_noFile_isTheSame() {
    assertThat(results()).isEqualTo(ResultFile.read(folder.resolve("results.json")));
    assertThat(WarmUps.beside(folder.resolve("results.json"))).isEmpty();
  }

  @Test
  void addedTo_everyFork_hasItsWarmUp() throws IOException {
    var file = with(WARM_UP);
    assertThat(warmUp(file)).containsExactly(new double[] {0.25, 3}, new double[0]);
    assertThat(file.notes()).isEmpty();
    assertThat(WarmUps.beside(file.path())).containsExactly(folder.resolve(WarmUps.FILE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.B.run | a.B.walk",
        "thrpt | avgt",
        "\"threads\": 1 | \"threads\": 2",
        "\"10\" | \"11\"",
        "ops/s | ops/ms",
        "3], [] | 3]"
      })
  void addedTo_anotherSeries_isNoted(String ours, String others) throws IOException {
    var file = with(WARM_UP.replace(ours, others));
    assertThat(warmUp(file)).isEmpty();
    assertThat(Notes.of(file))
        .containsExactly(
            file.path()
                + ": warmup.json does not tell of the warm-up of these forks (is it of another"
                + " run?): B.run thrpt ops/s [size=10]");
  }

  @Test
  void addedTo_cutFile_saysSo() {
    assertThatThrownBy(() -> with(WARM_UP.substring(0, 40)))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("warmup.json: line 1")
        .hasMessageContaining("cut short");
  }

  @Test
  void addedTo_noMode_saysSo() {
    assertThatThrownBy(() -> with("[{\"benchmark\": \"a\"}]"))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("warmup.json: line 1, column 2: ")
        .hasMessageContaining("'mode' is missing");
  }
}
