package dev.millrace.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.reports.JmhJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LatencyLogTest {
  private static final String LOG = "a.B.run-Throughput-size-10.hlog";

  @TempDir private Path folder;

  private ResultFile results() {
    var record =
        JmhJson.record("a.B.run", "thrpt", "ops/s", Map.of("size", "10"), JmhJson.forks(1));
    return ResultFile.read(JmhJson.write(folder.resolve("results.json"), record));
  }

  private Metric latency() {
    var series = LatencyLog.addedTo(results()).series().getFirst();
    return Objects.requireNonNull(series.secondary().get(LatencyLog.METRIC));
  }

  @Test
  void addedTo_noLog_isTheSame() {
    assertThat(LatencyLog.addedTo(results())).isEqualTo(results());
  }

  @Test
  void addedTo_forks_areThoseOfTheTags() {
    Logs.write(folder.resolve(LOG), new long[] {100, 200, 300}, new long[] {500});
    assertThat(latency().unit()).isEqualTo("ns/op");
    assertThat(latency().forkMeans()).containsExactly(200, 500);
    assertThat(latency().score()).isEqualTo(275);
  }

  @Test
  void addedTo_logInAFolderOfItsOwn_isFound() throws IOException {
    var logs = Files.createDirectories(folder.resolve("latency"));
    Logs.write(logs.resolve(LOG), new long[] {100, 200, 300});
    assertThat(latency().forkMeans()).containsExactly(200);
    assertThat(LatencyLog.of(results())).containsExactly(logs.resolve(LOG));
  }

  @Test
  void addedTo_percentiles_areHdrHistograms() {
    for (var seed = 1; seed <= 20; seed++) {
      var random = new Random(seed);
      var values =
          random.doubles(5000).mapToLong(each -> (long) (100 / Math.pow(1 - each, 2))).toArray();
      Logs.write(folder.resolve(LOG), values);
      var ours = Distribution.of(latency().forks());
      var theirs = Logs.histogram(values);
      for (var percentile : new double[] {0, 1, 50, 90, 99, 99.9, 99.99, 100}) {
        assertThat(ours.quantile(percentile / 100))
            .as("seed %d, percentile %s", seed, percentile)
            .isEqualTo((double) theirs.getValueAtPercentile(percentile));
      }
    }
  }

  @Test
  void addedTo_brokenLog_isUnreadable() throws IOException {
    Logs.write(folder.resolve(LOG), new long[] {100, 200, 300});
    var whole = Files.readString(folder.resolve(LOG));
    for (var text : List.of("", "# nothing\n", "no log", whole.substring(0, whole.length() - 30))) {
      Files.writeString(folder.resolve(LOG), text);
      assertThatThrownBy(this::latency)
          .as(text)
          .isInstanceOf(UnreadableInputException.class)
          .hasMessageStartingWith(folder.resolve(LOG) + ": ")
          .hasMessageEndingWith("; delete it, or run the benchmark again");
    }
  }

  @Test
  void name_isTheBenchmarksIdInJmh() {
    var params = new TreeMap<>(Map.of("path", "C:\\x y", "a", "1,2"));
    var identity = new Identity("org.example.B.run", Mode.SAMPLE_TIME, 1, params, "ms/op");
    assertThat(identity.fileName())
        .isEqualTo("org.example.B.run-SampleTime-a-1%2C2-path-C%3A%5Cx+y");
  }

  @Test
  void name_tooLong_isCutAndEndsInItsHash() {
    var params = new TreeMap<>(Map.of("text", "x".repeat(300)));
    var identity = new Identity("a.B.run", Mode.AVERAGE_TIME, 1, params, "ms/op");
    var whole = "a.B.run-AverageTime-text-" + "x".repeat(300);
    assertThat(identity.fileName())
        .isEqualTo(whole.substring(0, 200) + "-" + "%08x".formatted(whole.hashCode()));
  }
}
