package dev.millrace.reports.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.scaling.CoreTime.Known;
import dev.millrace.reports.scaling.CoreTime.Workers;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CoreTimeTest {
  private static final double ANY = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void of_anyNumbers_usesAddUpAndNoneIsNegative(long seed) {
    var random = new SplittableRandom(seed);
    for (var i = 0; i < 2_000; i++) {
      var time = GeneratedTime.of(random);
      var sum = time.uses().values().stream().mapToDouble(Double::doubleValue).sum();
      var expected = time.uses().isEmpty() ? 0 : time.held();
      assertThat(sum).as("seed %d, %s", seed, time).isCloseTo(expected, relative());
      assertThat(time.uses().values())
          .as("seed %d, %s", seed, time)
          .allMatch(use -> use >= -1e-9 * time.held());
    }
  }

  private static Percentage relative() {
    return Percentage.withPercentage(1e-9);
  }

  @Test
  void of_noCpuTime_hasNoUses() {
    var time = CoreTime.of(new Workers(2, ANY), 10, told(Double.NaN, Map.of(Use.GC, 1.0)));
    assertThat(time.uses()).isEmpty();
    assertThat(time.held()).isEqualTo(20);
  }

  @Test
  void of_noParts_cpuTimeIsUntold() {
    var time = CoreTime.of(new Workers(2, ANY), 10, told(15, Map.of()));
    assertThat(time.uses())
        .containsEntry(Use.UNTOLD, 15.0)
        .containsEntry(Use.IDLE, 5.0)
        .doesNotContainKeys(Use.GC, Use.JIT, Use.WORK, Use.OTHER);
  }

  @Test
  void of_collectorOnTheOtherCore_costsOnlyTheWorkersTime() {
    var parts = Map.of(Use.WORK, 80.0, Use.GC, 40.0, Use.JIT, 0.0, Use.OTHER, 0.0);
    var time = CoreTime.of(new Workers(1, 2), 100, told(120, parts));
    assertThat(time.uses())
        .containsEntry(Use.WORK, 80.0)
        .containsEntry(Use.GC, 20.0)
        .containsEntry(Use.IDLE, 0.0);
    assertThat(time.utilisation()).isEqualTo(1.2);
  }

  @Test
  void of_pause_whatStoodStillIsTheCollectors() {
    var parts = Map.of(Use.WORK, 100.0, Use.GC, 20.0, Use.JIT, 0.0, Use.OTHER, 0.0);
    var time = CoreTime.of(new Workers(2, 2), 80, new Known(120, 18, parts));
    assertThat(time.uses()).containsEntry(Use.GC, 36.0).containsEntry(Use.IDLE, 24.0);
  }

  @Test
  void of_pausesBeyondWhatIsIdle_leaveNothingIdle() {
    var parts = Map.of(Use.WORK, 100.0, Use.GC, 20.0, Use.JIT, 0.0, Use.OTHER, 0.0);
    var time = CoreTime.of(new Workers(2, 2), 80, new Known(120, 50, parts));
    assertThat(time.uses()).containsEntry(Use.GC, 60.0).containsEntry(Use.IDLE, 0.0);
  }

  @Test
  void of_pausesOfMoreWorkersThanCores_countTheCores() {
    var parts = Map.of(Use.WORK, 100.0, Use.GC, 20.0, Use.JIT, 0.0, Use.OTHER, 0.0);
    var time = CoreTime.of(new Workers(4, 2), 80, new Known(120, 18, parts));
    assertThat(time.uses())
        .containsEntry(Use.GC, 36.0)
        .containsEntry(Use.LACKING, 160.0)
        .containsEntry(Use.IDLE, 24.0);
  }

  @Test
  void of_moreWorkersThanCores_idleBeyondThemIsWithoutACore() {
    var time = CoreTime.of(new Workers(4, 2), 100, told(180, Map.of()));
    assertThat(time.uses().get(Use.LACKING)).isCloseTo(200, within(1e-9));
    assertThat(time.uses().get(Use.IDLE)).isCloseTo(20, within(1e-9));
  }

  private static Known told(double cpu, Map<Use, Double> parts) {
    return new Known(cpu, Double.NaN, parts);
  }
}
