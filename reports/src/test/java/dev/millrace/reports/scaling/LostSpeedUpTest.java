package dev.millrace.reports.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.JmhJson;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.study.Arrangement;
import dev.millrace.reports.study.Panel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LostSpeedUpTest {
  private static final Environment.Machine UNKNOWN = Environment.UNKNOWN.machine();

  @TempDir private Path folder;

  private Panel panel(String... records) {
    var file = ResultFile.read(JmhJson.write(folder.resolve("results.json"), records));
    return Arrangement.of(List.of(file), null).getFirst();
  }

  private static String record(String mode, String unit, int workers, double score) {
    var params = Map.of("engine", "pool", "parallelism", String.valueOf(workers));
    return JmhJson.record("a.B.run", mode, unit, params, new double[] {score});
  }

  private static String threads(String record, int threads) {
    return record.replace("\"threads\": 1", "\"threads\": " + threads);
  }

  private static String withCpu(String record, double cpu, double gc) {
    var all = JmhJson.with(record, "cpu", "ms/op", new double[] {cpu});
    return JmhJson.with(all, "cpu.gc", "ms/op", new double[] {gc});
  }

  @Test
  void of_timeAndThroughputOfThreads_giveTheSameSplit() {
    // two threads, each 12 ms an operation, of which 10 ms are CPU time
    var times =
        panel(
            withCpu(threads(JmhJson.averageTime("run", new double[] {8}), 1), 8, 1),
            withCpu(threads(JmhJson.averageTime("run", new double[] {12}), 2), 10, 2));
    var rates =
        panel(withCpu(rate(1, 1_000.0 / 8), 8, 1), withCpu(rate(2, 2 * 1_000.0 / 12), 10, 2));
    var one = LostSpeedUp.of(times, UNKNOWN).getFirst().split();
    var other = LostSpeedUp.of(rates, UNKNOWN).getFirst().split();
    assertThat(one.kept()).isCloseTo(8.0 / 12, within(1e-12));
    assertThat(other.kept()).isCloseTo(one.kept(), within(1e-12));
    assertThat(one.lost().get(Use.IDLE)).isCloseTo(2.0 / 12, within(1e-12));
    assertThat(one.lost().get(Use.GC)).isCloseTo(1.0 / 12, within(1e-12));
    one.lost()
        .forEach((use, share) ->
            assertThat(other.lost().get(use)).as(use.words()).isCloseTo(share, within(1e-12)));
  }

  private static String rate(int threads, double perSecond) {
    var record =
        JmhJson.record("org.example.Bench.run", "thrpt", "ops/s", new double[] {perSecond});
    return threads(record, threads);
  }

  @Test
  void of_unitsOfManyKinds_agree() {
    var inMillis = panel(record("avgt", "ms/op", 1, 8), record("avgt", "ms/op", 2, 5));
    var inSeconds = panel(record("thrpt", "ops/us", 1, 1 / 8.0), record("thrpt", "ops/us", 2, 0.2));
    assertThat(LostSpeedUp.of(inMillis, UNKNOWN).getFirst().split().kept()).isEqualTo(0.8);
    assertThat(LostSpeedUp.of(inSeconds, UNKNOWN).getFirst().split().kept())
        .isCloseTo(0.8, within(1e-12));
  }

  @Test
  void of_noBaselineOrNoTime_isEmpty() {
    assertThat(LostSpeedUp.of(panel(record("avgt", "ms/op", 2, 5)), UNKNOWN)).isEmpty();
    var noUnit = panel(record("avgt", "B/op", 1, 8), record("avgt", "B/op", 2, 5));
    assertThat(LostSpeedUp.of(noUnit, UNKNOWN)).isEmpty();
    var noNumber = panel(record("avgt", "ms/op", 1, 8), record("avgt", "ms/op", 2, Double.NaN));
    assertThat(LostSpeedUp.of(noNumber, UNKNOWN)).isEmpty();
  }

  @Test
  void of_ownResults_addUp() {
    var count = 0;
    var file = ResultFile.read(Fixtures.ownResults("quick.json"));
    for (var panel : Arrangement.of(List.of(file), null)) {
      for (var each : LostSpeedUp.of(panel, UNKNOWN)) {
        var lost = each.split().lost().values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(each.split().kept() + lost).as(each.toString()).isCloseTo(1, within(1e-9));
        count++;
      }
    }
    assertThat(count).isPositive();
  }

  @Test
  void sentence_saysWhatIsKeptAndWhereTheRestWent() {
    var panel =
        panel(
            withCpu(record("avgt", "ms/op", 1, 100), 100, 5),
            withCpu(record("avgt", "ms/op", 2, 70), 120, 15));
    assertThat(LostSentence.of(panel, UNKNOWN))
        .extracting(LostSentence.Said::words)
        .containsExactly(
            "at 2 workers pool keeps 71 %: 14 % idle, 7 % GC, 7 % added CPU time, not told apart");
  }

  @Test
  void sentence_noCpuTime_saysSo() {
    var panel = panel(record("avgt", "ms/op", 1, 100), record("avgt", "ms/op", 4, 50));
    assertThat(LostSentence.of(panel, UNKNOWN))
        .extracting(LostSentence.Said::words)
        .containsExactly(
            "at 4 workers pool keeps 50 %; where the rest went is not known, as CPU time was not"
                + " measured");
  }

  @Test
  void sentence_moreWorkersThanCores_isOfTheMostThatHaveOne() {
    var twoCores = new Environment.Machine(null, 2, 2, null, null, null, null);
    var panel =
        panel(
            withCpu(record("avgt", "ms/op", 1, 100), 100, 0),
            withCpu(record("avgt", "ms/op", 2, 40), 80, 0),
            withCpu(record("avgt", "ms/op", 4, 40), 80, 0));
    assertThat(LostSentence.of(panel, twoCores))
        .extracting(LostSentence.Said::words)
        .containsExactly(
            "at 2 workers pool keeps 125 %: 25 % saved (added CPU time, not told apart)");
  }
}
