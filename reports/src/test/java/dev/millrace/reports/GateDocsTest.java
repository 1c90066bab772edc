package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.gate.AcceptedList;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.gate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the page and the workflow for users say is what the program does.
final class GateDocsTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

  private static CommandLine gate() {
    return Objects.requireNonNull(Reports.commandLine().getSubcommands().get("gate"));
  }

  private static CommandLine compare() {
    return Objects.requireNonNull(gate().getSubcommands().get("compare"));
  }

  private static Set<String> options(String text) {
    return OPTION.matcher(text).results().map(each -> each.group()).collect(Collectors.toSet());
  }

  @Test
  void page_options_areThoseOfTheCommands() throws IOException {
    var known = new HashSet<>(gate().getCommandSpec().optionsMap().keySet());
    known.addAll(compare().getCommandSpec().optionsMap().keySet());
    var page = Files.readString(DOCS.resolve("gate.md"));
    assertThat(known).containsAll(options(page));
    assertThat(options(page))
        .contains("--margin", "--metric", "--accept", "--on-inconclusive", "--resume", "--budget");
  }

  @Test
  void page_verdicts_areAllThereWithTheirExitCodes() throws IOException {
    var lines = Files.readAllLines(DOCS.resolve("gate.md"));
    for (var verdict : Verdict.values()) {
      assertThat(lines)
          .as(verdict.words())
          .anyMatch(line ->
              line.startsWith("| " + verdict.words() + " |")
                  && line.endsWith("| " + verdict.exitCode() + " |"));
    }
  }

  @Test
  void page_metrics_areAllThere() throws IOException {
    var page = Files.readString(DOCS.resolve("gate.md"));
    for (var measure : Measure.defaults(new Margin(0.02))) {
      assertThat(page).containsPattern("\\| `" + measure.name() + "` \\|.*\\| " + measure.margin());
    }
  }

  @Test
  void page_acceptFile_isRead(@TempDir Path folder) throws IOException {
    var page = Files.readString(DOCS.resolve("gate.md"));
    var start = page.indexOf("```json\n") + "```json\n".length();
    var file = folder.resolve("accept.json");
    Files.writeString(file, page.substring(start, page.indexOf("```", start)));
    assertThat(AcceptedList.read(file, LocalDate.EPOCH).entries())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.metric()).isEqualTo("allocation");
          assertThat(entry.expires()).isEqualTo(LocalDate.of(2027, 6, 30));
        });
  }

  @Test
  void workflow_gateStep_isACommandThatParses() throws IOException {
    var script =
        steps()
            .map(step -> step.path("run").asString(""))
            .filter(run -> run.contains("gate.sh"))
            .findFirst()
            .orElseThrow();
    var command =
        script.replace("\\\n", " ").lines().filter(line -> line.contains("gate.sh")).toList();
    assertThat(command).hasSize(1);
    var words = command.getFirst().replaceAll(".*gate\\.sh|>.*|'", "").strip();
    var parsed = Reports.commandLine().parseArgs(("gate " + words).split("\\s+"));
    assertThat(parsed.subcommand().subcommand().matchedOptions()).hasSizeGreaterThan(5);
  }

  @Test
  void workflow_steps_areWellFormed() throws IOException {
    assertThat(steps()).isNotEmpty().allMatch(step -> step.has("uses") != step.has("run"));
  }

  private static Stream<JsonNode> steps() throws IOException {
    var file = Files.readString(DOCS.resolve("examples").resolve("gate-workflow.yml"));
    var steps = new YAMLMapper().readTree(file).get("jobs").get("gate").get("steps");
    return StreamSupport.stream(steps.spliterator(), false);
  }
}
