package dev.millrace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.bench.suite.GrainBenchmark;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final ForkSettings SETTINGS = Samples.SETTINGS;

  @Test
  void sweeps_classWithTwoMethods_areAllCombinationsButForTheParamThatTakesTurns() {
    List<Sweep> sweeps = matrix("parallelism").sweeps(SETTINGS);
    assertThat(sweeps).hasSize(3 + 6 * 3);
    assertThat(sweeps)
        .extracting(Sweep::label)
        .doesNotHaveDuplicates()
        .contains(
            "grain loop itemNanos=100 p=1",
            "grain run chunk=1 itemNanos=10 p=1,2,4",
            "grain run chunk=adaptive itemNanos=1000 p=1,2,4");
    assertThat(sweeps.getLast().params())
        .containsEntry("parallelism", "1,2,4")
        .containsEntry("items", "100000");
  }

  @Test
  void sweeps_noTurns_areSinglePoints() {
    assertThat(matrix(null).sweeps(SETTINGS))
        .hasSize(3 + 6 * 3 * 3)
        .allMatch(sweep -> sweep.points().size() == 1);
  }

  @Test
  void sweeps_chosenValues_standInPlaceOfTheClassesOwn() {
    Params chosen = Params.of(Map.of("itemNanos", "5", "parallelism", "3,6", "items", "70"));
    List<Sweep> sweeps =
        new Matrix("grain", GrainBenchmark.class, "parallelism", chosen).sweeps(SETTINGS);
    assertThat(sweeps).hasSize(1 + 6);
    assertThat(sweeps)
        .extracting(Sweep::label)
        .contains("grain loop p=1", "grain run chunk=adaptive p=3,6");
    assertThat(sweeps.getLast().params())
        .containsEntry("itemNanos", "5")
        .containsEntry("parallelism", "3,6")
        .containsEntry("items", "70");
  }

  @Test
  void settings_ofTheClass_comeBeforeOthers() {
    Matrix matrix = matrix("parallelism");
    assertThat(matrix.forks(17)).isEqualTo(3);
    assertThat(matrix.settings(SETTINGS))
        .isEqualTo(
            new ForkSettings(
                ForkSettings.Phase.ofMillis(4, 500), ForkSettings.Phase.ofMillis(5, 300)));
  }

  @Test
  void new_classWithoutBenchmark_isRefused() {
    assertThatThrownBy(() -> new Matrix("none", String.class, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no benchmark");
  }

  private static Matrix matrix(@Nullable String turning) {
    return new Matrix("grain", GrainBenchmark.class, turning);
  }
}
