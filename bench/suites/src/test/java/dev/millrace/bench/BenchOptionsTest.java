package dev.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.bench.run.Stage;
import dev.millrace.bench.run.Sweep;
import dev.millrace.bench.suite.Suites;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class BenchOptionsTest {
  @Command
  private static final class Line {
    @Mixin final BenchOptions options = new BenchOptions();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"quick", "full --jobs scan", "full --engines fused", "full --feed f --pipeline p"})
  void agenda_quickOrAPartOfTheScalingSuite_isThatSuite(String line) {
    assertThat(agenda(line).suites()).containsExactly(Suites.SCALING);
  }

  @Test
  void agenda_full_isAllSuites() {
    assertThat(agenda("full").suites()).containsExactly(Suites.values());
  }

  @Test
  void agenda_namedSuites_areThoseInTheirOrderAndTheControl() {
    List<Stage> stages = agenda("full --suites hand-off,slots,hand-off").stages(0);
    assertThat(stages).hasSize(3);
    assertThat(stages.getFirst().sweeps())
        .extracting(Sweep::label)
        .containsExactly("control p=1,2,4,8");
    assertThat(stages.get(1).sweeps()).allMatch(sweep -> sweep.label().startsWith("hand-off "));
    assertThat(stages.get(2).sweeps()).allMatch(sweep -> sweep.label().startsWith("slots "));
  }

  @Test
  void agenda_noEnginesNamed_areTheFiveOfTheFirstTable() {
    assertThat(agenda("quick --jobs scan").stages(10).getFirst().sweeps())
        .extracting(Sweep::label)
        .containsExactly(
            "scan eager p=1",
            "scan fused p=1",
            "scan forkjoin p=1,2,4",
            "scan workor-mvar p=1,2,4",
            "scan workor-lockfree p=1,2,4",
            "control p=1,2,4");
  }

  @ParameterizedTest
  @CsvSource({"quick, 3, 120", "full, 3, 300", "full --forks 7, 7, 300"})
  void agenda_suite_isMeasuredAsThePresetOrItsClassSays(String line, int forks, long millis) {
    Stage stage = agenda(line + " --suites grain").stages(0).getLast();
    assertThat(stage.forks()).isEqualTo(forks);
    assertThat(stage.sweeps())
        .allMatch(sweep -> sweep.settings().measurement().each().toMillis() == millis);
  }

  @Test
  void help_names_everySuite() {
    String help = Bench.commandLine().getUsageMessage();
    assertThat(help).contains("--suites").contains(Suites.labels());
  }

  private static Agenda agenda(String line) {
    var parsed = new Line();
    new CommandLine(parsed).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(line.split(" "));
    return parsed.options.agenda();
  }
}
