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
    text.append("gate: ").append(comparison.candidate());
    text.append(" against ").append(comparison.baseline());
    text.append(", margin ±").append(comparison.margin()).append('\n');
    text.append(line(HEADS, widths));
    comparison.judgements().forEach(each -> text.append(lines(each, widths)));
    comparison.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
    text.append(comparison.counts()).append('\n');
    return text.append("result: ").append(Words.result(comparison)).append('\n').toString();
  }

  private static List<String> row(Judgement judgement) {
    return List.of(
        judgement.verdict().words(),
        Words.change(judgement),
        Words.interval(judgement),
        Words.mean(judgement.baseline(), judgement),
        Words.mean(judgement.candidate(), judgement),
        judgement.identity().label());
  }

  private static String lines(Judgement judgement, int[] widths) {
    var first = line(row(judgement), widths);
    return judgement.reason().isEmpty() ? first : first + "    " + judgement.reason() + "\n";
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
