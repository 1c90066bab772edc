package dev.millrace.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.JmhJson;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JmhLogTest {
  private static final String LOG =
      """
      # JMH version: 1.37
      # Warmup: 2 iterations, 1 s each
      # Threads: 1 thread, will synchronize iterations
      # Benchmark mode: Average time, time/op
      # Benchmark: a.B.run
      # Parameters: (job = scan, size = 10)

      # Run progress: 0.00% complete, ETA 00:00:08
      # Fork: 1 of 2
      # Warmup Iteration   1: 99.500 ms/op
      # Warmup Iteration   2: 12.250 ms/op
      Iteration   1: 10.001 ms/op
      Iteration   2: 0.500 ms/op

      # Run progress: 50.00% complete, ETA 00:00:04
      # Fork: 2 of 2
      # Warmup Iteration   1: 98.000 ms/op
      # Warmup Iteration   2: 11.000 ms/op
      Iteration   1: 9.000 ms/op
                     ·gc.count: 3.000 counts
      Iteration   2: 8.000 ms/op
      """;

  @TempDir private Path folder;

  private ResultFile with(String log) throws IOException {
    return with(log, StandardCharsets.UTF_8);
  }

  private ResultFile with(String log, Charset encoding) throws IOException {
    var params = Map.of("size", "10", "job", "scan");
    var forks = new double[][] {{10.0012345, 0.4996}, {9, 8}};
    var record = JmhJson.record("a.B.run", "avgt", "ms/op", params, forks);
    Files.write(folder.resolve("r.log"), log.getBytes(encoding));
    return WarmUps.addedTo(ResultFile.read(JmhJson.write(folder.resolve("r.json"), record)));
  }

  private static List<double[]> warmUp(ResultFile file) {
    return file.series().getFirst().warmUp().stream().map(Fork::values).toList();
  }

  private static void isTold(ResultFile file) {
    assertThat(file.notes()).isEmpty();
    assertThat(warmUp(file)).containsExactly(new double[] {99.5, 12.25}, new double[] {98.0, 11.0});
  }

  private static void isNoted(ResultFile file) {
    assertThat(warmUp(file)).isEmpty();
    assertThat(Notes.of(file))
        .containsExactly(
            file.path()
                + ": r.log does not tell of the warm-up of these forks (is it of another run?):"
                + " B.run avgt ms/op [job=scan, size=10]");
  }

  @Test
  void addedTo_logOfTheRun_tellsItsWarmUp() throws IOException {
    isTold(with(LOG));
    assertThat(WarmUps.beside(folder.resolve("r.json"))).containsExactly(folder.resolve("r.log"));
  }

  /// Printed by JMH 1.37: `ControlBenchmark.run -bm thrpt,avgt,sample,ss -p parallelism=1,2 -f 2
  /// -wi 3 -i 2 -w 50ms -r 50ms -rf json`, then `-bm avgt -t 2 -prof gc` of the same.
  @Test
  void addedTo_whatJmhPrints_tellsOfEveryModeParamAndThreads() {
    var file = WarmUps.addedTo(ResultFile.read(Fixtures.file("results/printed.json")));
    assertThat(file.notes()).isEmpty();
    assertThat(file.series())
        .hasSize(10)
        .allSatisfy(series -> {
          assertThat(series.warmUp()).hasSize(2);
          assertThat(series.warmUp()).allMatch(fork -> fork.values().length == 3);
        });
    assertThat(file.series().stream().map(series -> series.identity().mode()).distinct())
        .containsExactlyInAnyOrder(Mode.values());
    assertThat(warmUp(file).getFirst()).containsExactly(0.042, 0.033, 0.047);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1: 98.000 ms/op | 1: hello%98.000 ms/op",
        "99.500 ms/op | 99.500 ±(99.9%) 1.250 ms/op",
        "12.250 ms/op | 12.250 ?(99.9%) ? ms/op",
        "8.000 ms/op | 8,000 ms/op",
        "Fork: 1 of 2 | Warmup Fork: 1 of 1%# Warmup Iteration   1: 7.000 ms/op%# Fork: 1 of 2",
        "version: 1.37 | version: 1.37%Iteration   1: 3.000 ms/op%# Fork: 1%# Parameters: (a = b)"
      })
  void addedTo_whatElseMayBePrinted_doesNoHarm(String ours, String others) throws IOException {
    assertThat(LOG).contains(ours);
    isTold(with(LOG.replace(ours, others.replaceAll("%(?=\\w|#)", "\n"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.B.run | a.B.walk",
        "Average | Sampling",
        "1 thread, | 2 threads,",
        "size = 10 | size = 11",
        "10.001 | 10.002",
        "2: 8.000 ms/op | 2: ≈ 10⁻⁴ ms/op",
        "11.000 ms/op | ≈ 10⁻⁴ ms/op",
        "Fork: 2 of 2 | Warmup Fork: 2 of 2"
      })
  void addedTo_logOfAnotherRun_isNoted(String ours, String others) throws IOException {
    assertThat(LOG).contains(ours);
    isNoted(with(LOG.replace(ours, others)));
  }

  @Test
  void addedTo_severalRunsInALog_findsItsOwn() throws IOException {
    isTold(with(LOG.replace("8.000", "8.500") + LOG));
  }

  @Test
  void addedTo_utf16_isRead() throws IOException {
    isTold(with(LOG, StandardCharsets.UTF_16));
  }

  @Test
  void addedTo_otherText_isNoted() throws IOException {
    isNoted(with("nothing of JMH\n"));
  }
}
