package dev.millrace.reports.doctor;

import dev.millrace.reports.gate.Comparison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What came of all faults.
///
/// @param given the comparison of the files as they are
/// @param judged in how many series faults were injected, by what is judged of them
public record Examination(Comparison given, Map<String, Long> judged, List<Mutant> mutants) {
  private static final List<String> HEADS =
      List.of("mutant", "injected", "demanded", "got", "killed");

  public Examination {
    judged = Collections.unmodifiableMap(new LinkedHashMap<>(judged));
    mutants = List.copyOf(mutants);
  }

  /// 0 when the gate was right about every fault, 1 when it was not.
  public int exitCode() {
    return killed() == mutants.size() ? 0 : 1;
  }

  /// A table for people, ending in a line break.
  public String text() {
    var lines = new ArrayList<String>();
    lines.add("doctor: " + given.candidate() + " against " + given.baseline());
    lines.add("as they are: " + given.counts() + " (exit code " + given.exitCode() + ")");
    lines.add(
        "series that both have, without their real difference, with their noise: "
            + judged.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", ")));
    lines.addAll(table());
    mutants.stream().filter(Mutant::isUnproven).map(Examination::remark).forEach(lines::add);
    lines.add(
        String.format(
            Locale.ROOT,
            "%d of %d killed: %s (exit code %d)",
            killed(),
            mutants.size(),
            exitCode() == 0 ? "the gate tells every fault" : "the gate is not to be trusted",
            exitCode()));
    return String.join("\n", lines) + "\n";
  }

  private long killed() {
    return mutants.stream().filter(Mutant::killed).count();
  }

  private static String remark(Mutant mutant) {
    return "note: "
        + mutant.fault().name()
        + " is within the noise of every series here: all were inconclusive, which is right, as"
        + " nothing passed; measure more forks"
        + " to see it";
  }

  private List<String> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(HEADS);
    mutants.forEach(each -> rows.add(each.cells()));
    var widths =
        IntStream.range(0, HEADS.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }
}
