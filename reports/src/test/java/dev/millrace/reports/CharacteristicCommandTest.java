package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CharacteristicCommandTest {
  @TempDir private Path folder;

  private static Run characteristic(String... options) {
    return Run.of(
        Stream.concat(Stream.of("gate", "characteristic"), Stream.of(options))
            .toArray(String[]::new));
  }

  private Path data(int benchmarks, int forks, double spread) throws IOException {
    var random = new SplittableRandom(5);
    var text =
        IntStream.range(0, benchmarks)
            .mapToObj(_ -> line(random, forks, spread))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve("forks.jsonl"), text);
  }

  private static String line(SplittableRandom random, int forks, double spread) {
    return IntStream.range(0, forks)
        .mapToObj(_ -> {
          var mean = Math.exp(spread * random.nextGaussian());
          return "[" + mean + ", " + mean * 1.01 + ", " + mean * 0.99 + "]";
        })
        .collect(Collectors.joining(", ", "{\"benchmark\": \"b\", \"forks\": [", "]}"));
  }

  @Test
  void characteristic_sameSeed_isTheSameToTheDigit() throws IOException {
    var file = data(25, 10, 0.03).toString();
    var one = characteristic("--data", file, "--seed", "3", "--suites", "30");
    var other = characteristic("--data", file, "--seed", "3", "--suites", "30");
    assertThat(one.exitCode()).isZero();
    assertThat(one.out()).isEqualTo(other.out());
    assertThat(one.out())
        .isNotEqualTo(characteristic("--data", file, "--seed", "4", "--suites", "30").out())
        .contains("forks.jsonl, 25 benchmarks", "criterion.rs", "**the shipped rule**, margin 2 %");
    assertThat(one.err()).contains("30 of 30");
  }

  @Test
  void characteristic_tooNoisy_failsTheCheckAndSaysWhy() throws IOException {
    var file = data(25, 10, 0.3).toString();
    var run = characteristic("--data", file, "--suites", "30", "--check");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("+10 % found, margin 0: ", "must be at least 60 %");
    assertThat(characteristic("--data", file, "--suites", "30").exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"19, 10, 19 benchmarks", "20, 9, line 1: 9 forks"})
  void characteristic_tooLittle_isUnreadable(int benchmarks, int forks, String words)
      throws IOException {
    var run = characteristic("--data", data(benchmarks, forks, 0.1).toString());
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("forks.jsonl: ", words).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"forks\": [[1, 2], [0, 1]| line 2: not JSON",
        "[]| line 2: 0 forks",
        "{\"forks\": [[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[0,2]]}| positive",
        "{\"forks\": [[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],\"x\"]}| positive"
      })
  void characteristic_badLine_isNamed(String line, String words) throws IOException {
    var file = data(20, 10, 0.1);
    Files.writeString(file, Files.readString(file).replaceFirst("\n", "\n" + line + "\n"));
    var run = characteristic("--data", file.toString());
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("line 2: ", words).hasLineCount(1);
  }

  @Test
  void characteristic_noSuchFile_isUnreadable() {
    var run = characteristic("--data", folder.resolve("absent.jsonl").toString());
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("no such file").hasLineCount(1);
  }

  @Test
  void characteristic_noSuites_isUsage() {
    assertThat(characteristic("--suites", "0").exitCode()).isEqualTo(64);
  }

  @Test
  void gate_withoutFiles_isUsage() {
    var run = Run.of("gate");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("BASELINE.json CANDIDATE.json").hasLineCount(1);
  }
}
