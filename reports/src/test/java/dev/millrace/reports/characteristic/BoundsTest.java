package dev.millrace.reports.characteristic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Measures anew, in every build, what the shipped rule does in suites of identical code.
final class BoundsTest {
  private static final int SUITES = 1_500;
  private static final int SEED = 1;

  @Test
  void shippedRule_simulation_keepsItsBounds() {
    assertThat(Bounds.broken(measure(Simulation.population(SEED)))).isEmpty();
  }

  @Test
  void shippedRule_publicData_keepsItsBounds() {
    var file = System.getProperty("millrace.identicalForks", "");
    Assumptions.assumeFalse(
        file.isBlank(), "skipped: no public data; name its file by -Dmillrace.identicalForks");
    assertThat(Bounds.broken(measure(PopulationFile.read(Path.of(file))))).isEmpty();
  }

  @Test
  void broken_outOfBounds_namesEveryOne() {
    var table = new Table("", List.of(), List.of(row(0.06, 0.59), row(0.02, 0.54)));
    assertThat(Bounds.broken(table))
        .containsExactly(
            "false alarms, margin 0: 6.00 %, must be at most 5 %",
            "false alarms, margin 2 %: 2.00 %, must be at most 1 %",
            "+10 % found, margin 0: 59.00 %, must be at least 60 %",
            "+10 % found, margin 2 %: 54.00 %, must be at least 55 %");
  }

  private static Table.Row row(double falseAlarms, double found) {
    return new Table.Row(List.of(), new double[] {falseAlarms, 0, found});
  }

  private static Table measure(Population population) {
    var trials = new Trials(SEED, _ -> {});
    return new SuiteTable(population, trials, SUITES).measure("", 5, Contestant.shipped());
  }
}
