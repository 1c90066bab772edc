package dev.millrace.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A comparison as a table for a terminal; the reason of a verdict stands in the line below it.
final class TextReport {
  private static final List<String> HEADS =
      List.of(
          "verdict", "change", "95 % interval", "baseline (forks)", "candidate (forks)", "series");

  private TextReport() {}

  static String of(Comparison comparison) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEADS);
    comparison.judgements().forEach(each -> rows.add(row(each)));
    var widths = widths(rows);
    var text = new StringBuilder();
    text.append("gate: ").append(Words.plain(comparison.candidate().toString()));
    text.append(" against ").append(Words.plain(comparison.baseline().toString()));
    text.append("; margins: ").append(Words.margins(comparison.policy())).append('\n');
    text.append(line(HEADS, widths));
    for (var i = 1; i < rows.size(); i++) {
      text.append(line(rows.get(i), widths)).append(reason(comparison.judgements().get(i - 1)));
    }
    comparison
        .remarks()
        .forEach(note -> text.append("note: ").append(Words.plain(note)).append('\n'));
    text.append(comparison.counts()).append('\n');
    return text.append("result: ").append(Words.result(comparison)).append('\n').toString();
  }

  private static List<String> row(Judgement judgement) {
    return List.of(
        judgement.verdict().words(),
        Words.change(judgement),
        Words.interval(judgement),
        Words.baseline(judgement),
        Words.candidate(judgement),
        Words.plain(judgement.label()));
  }

  private static String reason(Judgement judgement) {
    var reason = Words.plain(judgement.reason());
    return reason.isEmpty() ? "" : "    " + reason + "\n";
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
            .mapToObj(i -> padded(cells.get(i), widths[i]))
            .collect(Collectors.joining("  "))
            .stripTrailing()
        + "\n";
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }

  private static int[] widths(List<List<String>> rows) {
    return IntStream.range(0, HEADS.size())
        .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
        .toArray();
  }
}
