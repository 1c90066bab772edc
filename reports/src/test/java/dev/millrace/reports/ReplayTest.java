package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.results.Logs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
