package dev.millrace.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.JmhJson;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.study.Arrangement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SentenceTest {
  @TempDir private Path folder;

  private String sentence(String... records) {
    var file = ResultFile.read(JmhJson.write(folder.resolve("results.json"), records));
    return Sentence.of(Arrangement.of(List.of(file), null).getFirst());
  }

  private static String engine(String name, int parallelism, double... forks) {
    var params = Map.of("engine", name, "job", "text", "parallelism", String.valueOf(parallelism));
    return JmhJson.record("a.S.run", "avgt", "ms/op", params, JmhJson.forks(forks));
  }

  @Test
  void of_clearWinner_saysByHowMuch() {
    assertThat(
            sentence(
                engine("eager", 1, 80, 80.4, 79.6),
                engine("forkjoin", 2, 40, 40.2, 39.8),
                engine("workor", 2, 44, 44.2, 43.8)))
        .isEqualTo(
            "forkjoin at 2 threads takes 40.00 ms [39.50, 40.50], 2.00× [1.98, 2.02] as fast as eager; "
                + "the runner-up, workor at 2 threads, takes 1.10× [1.09, 1.11] the time.");
  }

  @Test
  void of_noisyRunnerUp_saysWithinNoise() {
    assertThat(sentence(engine("a", 2, 40, 44, 36), engine("b", 2, 41, 45, 37)))
        .contains("the runner-up, b at 2 threads, is within noise (1.03× [");
  }

  @Test
  void of_oneFork_saysThatThereIsNoInterval() {
    assertThat(sentence(engine("eager", 1, 80), engine("forkjoin", 2, 40)))
        .isEqualTo(
            "forkjoin at 2 threads takes 40 ms, 2.00× as fast as eager (too few forks for an "
                + "interval); the runner-up, eager at 1 thread, takes 2.00× the time (too few forks "
                + "for an interval).");
  }

  @Test
  void of_reference_saysThatNothingIsFaster() {
    assertThat(sentence(engine("eager", 1, 80, 81), engine("forkjoin", 2, 90, 91)))
        .contains("nothing else is faster than this reference");
  }

  @Test
  void of_throughput_saysHowMuchIsDone() {
    assertThat(
            sentence(
                JmhJson.record("a.B.x", "thrpt", "ops/ms", JmhJson.forks(10, 10.1)),
                JmhJson.record("a.B.y", "thrpt", "ops/ms", JmhJson.forks(20, 20.2))))
        .startsWith("y does 20.1 ops/ms [")
        .contains("the runner-up, x, does 0.50× [");
  }

  @Test
  void of_notANumber_saysSo() {
    assertThat(sentence(engine("eager", 1, Double.NaN)))
        .isEqualTo("no benchmark has a score that can be compared.");
  }

  @Test
  void of_othersThatAreNoNumbers_doesNotSayThatNothingElseWasMeasured() {
    assertThat(sentence(engine("a", 2, 40, 44, 36), engine("b", 2, Double.NaN)))
        .endsWith("; nothing else has a score that can be compared with it.");
    assertThat(sentence(engine("a", 2, 40, 44, 36))).endsWith("; nothing else was measured here.");
  }
}
