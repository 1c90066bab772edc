package dev.millrace.reports.characteristic;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    String origin, Table pairs, Table suites, List<Table> fewerForks, Table equivalence) {
  private static final int FORKS = 5;
  private static final List<Integer> FEWER_FORKS = List.of(5, 4, 3);

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
    return new Characteristic(
        population.origin(),
        PairTable.measure(population, FORKS, trials),
        SuiteTable.measure(population, FORKS, Contestant.ofSuites(), trials, plan.suites()),
        FEWER_FORKS.stream()
            .map(forks ->
                SuiteTable.measure(population, forks, Contestant.ofForks(), trials, plan.suites()))
            .toList(),
        EquivalenceTable.measure(population, FEWER_FORKS, trials, plan.suites()));
  }

  /// The tables, as Markdown.
  public String markdown() {
    var tables =
        Stream.of(Stream.of(pairs, suites), fewerForks.stream(), Stream.of(equivalence))
            .flatMap(each -> each)
            .map(Table::markdown)
            .collect(Collectors.joining());
    return "Measured on: " + origin + "\n\n" + tables;
  }

  /// What the shipped rule must keep; the words of those it does not keep.
  public List<String> broken() {
    return Stream.of(
            new Claim(
                "false alarms, margin 0", suites.share(0, SuiteTable.FALSE_ALARM), 0.05, true),
            new Claim(
                "false alarms, margin 2 %", suites.share(1, SuiteTable.FALSE_ALARM), 0.01, true),
            new Claim("+10 % found, margin 0", suites.share(0, SuiteTable.FINDS_10), 0.60, false),
            new Claim("+10 % found, margin 2 %", suites.share(1, SuiteTable.FINDS_10), 0.55, false))
        .filter(claim -> !claim.holds())
        .map(Claim::words)
        .toList();
  }

  private record Claim(String what, double share, double bound, boolean isAtMost) {
    boolean holds() {
      return isAtMost ? share <= bound : share >= bound;
    }

    String words() {
      return String.format(
          Locale.ROOT,
          "%s: %.2f %%, must be at %s %.0f %%",
          what,
          100 * share,
          isAtMost ? "most" : "least",
          100 * bound);
    }
  }
}
