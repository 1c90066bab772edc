package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.results.Logs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplayTest {
  @TempDir private Path folder;

  private Path pack;

  @BeforeEach
  void name() {
    pack = folder.resolve("packs/pack.zip");
  }

  private Run pack(Path... results) {
    var run =
        Run.of("report", "--out", folder.resolve("out").toString(), "--pack", pack.toString());
    for (var each : results) {
      run = run.with(each.toString());
    }
    return run;
  }

  private Run replay() {
    return Run.of("report", "--replay", pack.toString());
  }

  @Test
  void replay_ofAPack_givesEveryHashAgain() {
    var packed = pack(Fixtures.scaling());
    assertThat(packed.exitCode()).as(packed.err()).isZero();
    assertThat(packed.out()).contains("pack: " + pack);
    var run = replay();
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).doesNotContain("differs").containsPattern("replay: (\\d+) of \\1 equal");
  }

  @Test
  void replay_ofTwoRuns_tellsThemApartByFolderAgain() {
    var one = JmhJson.averageTime("run", new double[] {1});
    var two = JmhJson.averageTime("run", new double[] {2});
    var main = JmhJson.write(folder.resolve("main/results.json"), one);
    pack(main, JmhJson.write(folder.resolve("branch/results.json"), two));
    assertThat(replay().exitCode()).isZero();
  }

  @Test
  void replay_ofAnAxis_drawsItAgain() {
    pack(Fixtures.scaling()).with("--axis", "items");
    var again = folder.resolve("again");
    var run = replay().with("--out", again.toString());
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(again.resolve("index.html")).content().contains("against items");
  }

  @Test
  void replay_ofLatencyLogs_drawsThemAgain() {
    var results =
        JmhJson.write(folder.resolve("a.json"), JmhJson.averageTime("run", new double[] {1}));
    Logs.write(folder.resolve("org.example.Bench.run-AverageTime.hlog"), new long[] {1, 2, 3});
    assertThat(pack(results).out()).contains("pack: ");
    assertThat(folder.resolve("out/charts/bench-latency-percentiles.svg")).exists();
    assertThat(folder.resolve("out/data/org.example.Bench.run-AverageTime.hlog")).exists();
    var run = replay();
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  @Test
  void replay_ofWarmUp_drawsItAgain() throws IOException {
    var results =
        JmhJson.write(folder.resolve("a.json"), JmhJson.averageTime("run", new double[] {1, 2, 3}));
    Files.writeString(
        folder.resolve("warmup.json"),
        """
        [{"benchmark": "org.example.Bench.run", "mode": "avgt", "unit": "ms/op", "forks": [[9]]}]
        """);
    assertThat(pack(results).out()).contains("pack: ").doesNotContain("note: ");
    assertThat(folder.resolve("out/charts/bench-iterations.csv")).content().contains("warm-up 1");
    assertThat(folder.resolve("out/data/warmup.json")).exists();
    var run = replay();
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  @Test
  void replay_ofOtherNumbers_namesWhatDiffers() throws IOException {
    pack(JmhJson.write(folder.resolve("a.json"), JmhJson.averageTime("run", new double[] {1})));
    replace("inputs/a.json", "[" + JmhJson.averageTime("run", new double[] {2}) + "]");
    var run = replay();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.out()).contains("differs: table.csv", "differs: charts/bench-time.csv");
  }

  @Test
  void pack_twice_givesEqualBytes() throws IOException {
    pack(Fixtures.scaling());
    var first = Files.readAllBytes(pack);
    pack(Fixtures.scaling());
    assertThat(pack).hasBinaryContent(first);
  }

  @Test
  void pack_holdsInputsAndNothingElse() throws IOException {
    pack(Fixtures.scaling());
    try (var zip = new ZipFile(pack.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly("inputs/environment.json", "inputs/results.json", "pack.json");
    }
  }

  @Test
  void replay_ofSomethingElse_isUnreadable() throws IOException {
    Files.createDirectories(pack.getParent());
    Files.writeString(pack, "no archive");
    assertThat(replay().exitCode()).isEqualTo(65);
    assertThat(replay().err()).contains("not a pack").hasLineCount(1);
    Files.delete(pack);
    assertThat(replay().err()).contains("no such file").hasLineCount(1);
  }

  @Test
  void replay_ofAnEntryThatLeadsOut_isUnreadable() throws IOException {
    pack(Fixtures.scaling());
    replace("../out.txt", "escaped");
    assertThat(replay().exitCode()).isEqualTo(65);
    assertThat(replay().err()).contains("leads out").hasLineCount(1);
  }

  @Test
  void pack_thatIsNoZip_isUsage() {
    var run = Run.of("report", "--pack", "a.json", "b.json");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("ends in .zip").hasLineCount(1);
    assertThat(Run.of("report", "--replay", "p.zip", "b.json").exitCode()).isEqualTo(64);
  }

  /// Writes the archive anew, with an entry of another content or one more.
  private void replace(String name, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var old = new ZipFile(pack.toFile());
        var zip = new ZipOutputStream(bytes)) {
      for (var entry : old.stream().filter(each -> !each.getName().equals(name)).toList()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        old.getInputStream(entry).transferTo(zip);
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    Files.write(pack, bytes.toByteArray());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "millrace-pack/1 | millrace-pack/9 | its format is millrace-pack/9",
        "\"margin\" : 0.02 | \"margin\" : -1 | a margin is from 0%",
        "\"inputs/a.json\" | \"../../a.json\" | it does not hold ../../a.json",
        "[ \"inputs/a.json\" ] | [ ] | it does not tell what the report was made of",
        "\"tags\" : [ ] | \"tags\" : [ \"a\", \"b\" ] | it does not tell what",
        "\"version\" | \"other\" | not a pack",
        "\"sha256\" | \"other\" | not a pack"
      })
  void replay_ofAManifestThatMakesNoSense_isRefused(String old, String fresh, String problem)
      throws IOException {
    packOne();
    rewrite(entry -> entry.replace(old, fresh));
    var run = replay();
    assertThat(run.exitCode()).as(run.err()).isEqualTo(65);
    assertThat(run.err()).contains(problem).doesNotContain("fault").hasLineCount(1);
  }

  @Test
  void replay_ofAPackThatIsCutShort_isRefused() throws IOException {
    packOne();
    var bytes = Files.readAllBytes(pack);
    for (var part : List.of(0.2, 0.5, 0.8)) {
      Files.write(pack, Arrays.copyOf(bytes, (int) (bytes.length * part)));
      var run = replay();
      assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(65);
    }
  }

  @Test
  void replay_ofAnotherVersionWithOtherFiles_countsThemAndSaysSo() throws IOException {
    packOne();
    rewrite(entry ->
        entry
            .replaceFirst("\"version\" : \"[^\"]*\"", "\"version\" : \"0.0.1\"")
            .replace(
                "\"table.csv\"", "\"gone-1.csv\" : \"0\", \"gone-2.csv\" : \"0\", \"table.csv\""));
    var run = replay();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("differs: gone-1.csv", "note: made by version 0.0.1, and again by ")
        .containsPattern("replay: 1[0-9] of 1[0-9] equal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--axis=items", "--margin=3%", "--pack"})
  void replay_withAnOptionOfTheReport_isRefused(String option) {
    packOne();
    var run = replay().with(option);
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("a pack is replayed as it was made");
  }

  private void packOne() {
    pack(JmhJson.write(folder.resolve("a.json"), JmhJson.averageTime("run", new double[] {1, 2})));
  }

  /// Writes the pack again with another manifest.
  private void rewrite(UnaryOperator<String> manifest) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipFile(pack.toFile())) {
      for (var entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    entries.computeIfPresent(
        "pack.json",
        (_, old) ->
            manifest
                .apply(new String(old, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    try (var zip = new ZipOutputStream(Files.newOutputStream(pack))) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }
}
