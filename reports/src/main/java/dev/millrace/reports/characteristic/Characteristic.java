package dev.millrace.reports.characteristic;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The operating characteristic of the shipped rule beside popular ones: false alarms on identical
/// code, and power against planted slowdowns.
///
/// The forks of a benchmark that ran the same code are drawn at random for two sides. The same
/// source, seed and number of suites give the same digits.
public record Characteristic(
    String origin, Table pairs, Table suites, List<Table> parts, Table equivalence) {
  private static final int FORKS = 5;
  private static final List<Integer> FORK_COUNTS = List.of(5, 4, 3);

  /// What is measured, and how long.
  ///
  /// @param data a file of benchmarks, or null to simulate them
  /// @param suites how many suites are drawn; of the order of a thousand
  public record Plan(@Nullable Path data, long seed, int suites) {}

  /// Measures.
  ///
  /// @param progress told how far it is
  /// @throws dev.millrace.reports.results.UnreadableInputException when the data cannot be used
  public static Characteristic measure(Plan plan, Consumer<String> progress) {
    var population =
        plan.data() == null ? Simulation.population(plan.seed()) : PopulationFile.read(plan.data());
    var trials = new Trials(plan.seed(), progress);
    var suites = new SuiteTable(population, trials, plan.suites());
    return new Characteristic(
        population.origin(),
        PairTable.measure(population, FORKS, trials),
        suites.measure("All rules: " + title(FORKS), FORKS, Contestant.ofSuites()),
        FORK_COUNTS.stream()
            .map(forks ->
                suites.measure("What its parts do: " + title(forks), forks, Contestant.ofForks()))
            .toList(),
        EquivalenceTable.measure(population, FORK_COUNTS, trials, plan.suites()));
  }

  private static String title(int forks) {
    return "suites of " + Population.SUITE + ", " + forks + " forks a side";
  }

  /// The tables, as Markdown.
  public String markdown() {
    var tables =
        Stream.of(Stream.of(pairs, suites), parts.stream(), Stream.of(equivalence))
            .flatMap(each -> each)
            .map(Table::markdown)
            .collect(Collectors.joining());
    return "Measured on: " + origin + "\n\n" + tables;
  }

  /// What the shipped rule must keep and does not, in words.
  public List<String> broken() {
    return Bounds.broken(suites);
  }
}
