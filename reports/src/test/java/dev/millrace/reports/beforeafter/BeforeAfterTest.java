package dev.millrace.reports.beforeafter;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static dev.millrace.reports.JmhJson.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.JmhJson;
import dev.millrace.reports.gate.Gate;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Policy;
import dev.millrace.reports.gate.Verdict;
import dev.millrace.reports.results.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BeforeAfterTest {
  private static final double[][] STEADY = forks(100, 100.1, 99.9);
  private static final Margin MARGIN = new Margin(0.02);

  @TempDir private Path folder;
  private ResultFile before;
  private ResultFile after;

  @BeforeEach
  void write() {
    before =
        write(
            "before",
            averageTime("same", STEADY),
            averageTime("slower", STEADY),
            averageTime("faster", STEADY),
            averageTime("noisy", forks(100, 110, 90)),
            record("x.Y.gone", "ss", "ms/op", STEADY));
    after =
        write(
            "after",
            averageTime("same", STEADY),
            averageTime("slower", forks(120, 120.1, 119.9)),
            averageTime("faster", forks(50, 50.1, 49.9)),
            averageTime("noisy", forks(104, 95, 101)),
            averageTime("added", STEADY));
  }

  private ResultFile write(String name, String... records) {
    return ResultFile.read(JmhJson.write(folder.resolve(name).resolve("results.json"), records));
  }

  private List<BeforeAfter> pairs() {
    return BeforeAfter.of(List.of(before, after), List.of("old", "new"), MARGIN);
  }

  @Test
  void of_twoFiles_isJudgedAsTheGateDoes() {
    var pair = pairs().getFirst();
    var gate = Gate.compare(before, after, Policy.of(MARGIN));
    assertThat(pair.shifts())
        .extracting(Shift::judgement)
        .containsExactlyInAnyOrderElementsOf(gate.judgements());
    assertThat(pair.shifts())
        .extracting(Shift::verdict)
        .containsExactly(
            Verdict.IMPROVED,
            Verdict.REGRESSED,
            Verdict.INCONCLUSIVE,
            Verdict.PASS,
            Verdict.MISSING,
            Verdict.NEW);
  }

  @Test
  void of_twoFiles_hasTheLargestFirst() {
    var shifts = pairs().getFirst().drawn("wall");
    assertThat(shifts)
        .extracting(shift -> shift.judgement().identity().method())
        .containsExactly("faster", "slower", "noisy", "same");
    assertThat(Objects.requireNonNull(shifts.getFirst().ratio()).value())
        .isCloseTo(0.5, within(0.001));
  }

  /// The gate refuses to judge what another machine measured; the ratio is shown all the same.
  @Test
  void of_otherMachine_isDescribedAndNotJudged() throws IOException {
    environment("before", "Old CPU");
    environment("after", "New CPU");
    before = ResultFile.read(before.path());
    after = ResultFile.read(after.path());
    var shifts = pairs().getFirst().drawn("wall");
    assertThat(shifts).hasSize(4).allMatch(shift -> shift.verdict() == Verdict.NOT_COMPARABLE);
    assertThat(Objects.requireNonNull(shifts.get(1).ratio()).value()).isCloseTo(1.2, within(0.001));
  }

  private void environment(String name, String cpu) throws IOException {
    Files.writeString(
        folder.resolve(name).resolve("environment.json"),
        "{\"machine\": {\"cpuModel\": \"" + cpu + "\"}}");
  }

  @Test
  void of_threeFiles_areEachAgainstTheFirst() {
    var third = write("third", averageTime("same", STEADY));
    var pairs = BeforeAfter.of(List.of(before, after, third), List.of("1", "2", "3"), MARGIN);
    assertThat(pairs).extracting(BeforeAfter::before).containsExactly("1", "1");
    assertThat(pairs).extracting(BeforeAfter::after).containsExactly("2", "3");
  }

  @Test
  void of_nothingInCommon_isNothing() {
    var other = write("other", averageTime("another", STEADY));
    assertThat(BeforeAfter.of(List.of(before, other), List.of("1", "2"), MARGIN)).isEmpty();
    assertThat(BeforeAfter.of(List.of(before), List.of("1"), MARGIN)).isEmpty();
  }

  @Test
  void csv_everyShift_isARow() {
    var csv = new ShiftList(pairs().getFirst()).csv();
    assertThat(csv.lines().toList())
        .hasSize(7)
        .first()
        .isEqualTo("series,metric,verdict,before,after,unit,ratio,low,high,reason");
    assertThat(csv.lines().skip(1).findFirst().orElseThrow())
        .startsWith("Bench.faster avgt ms/op,wall,improved,100.0,50.0,ms/op,0.499999");
  }

  @Test
  void labels_sayWhatVaries() {
    var shifts = pairs().getFirst().drawn("wall");
    var series = shifts.stream().map(shift -> shift.judgement().identity()).toList();
    assertThat(ShortLabels.of(series)).containsExactly("faster", "slower", "noisy", "same");
    assertThat(ShortLabels.of(series.subList(0, 1))).containsExactly("faster");
  }
}
