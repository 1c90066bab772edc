package dev.millrace.reports.gate;

import java.util.List;
import java.util.stream.Collectors;

/// A comparison as a Markdown table. Text of the files can break neither table nor page.
final class MarkdownReport {
  private static final String SPECIAL = "([\\\\`*_{}\\[\\]<>()#+!|~&@-])";

  private MarkdownReport() {}

  static String of(Comparison comparison) {
    var text = new StringBuilder();
    text.append("### Gate: ").append(comparison.result().words()).append("\n\n");
    text.append(comparison.counts()).append(", margin ±").append(comparison.margin());
    text.append(". Change of the score with its 95 % interval over forks.\n\n");
    text.append("| series | verdict | change | 95 % interval | baseline | candidate | |\n");
    text.append("|---|---|--:|--:|--:|--:|---|\n");
    comparison.judgements().forEach(each -> text.append(row(each)));
    if (!comparison.notes().isEmpty()) {
      text.append('\n');
      comparison.notes().forEach(note -> text.append("- ").append(escaped(note)).append('\n'));
    }
    return text.toString();
  }

  private static String row(Judgement judgement) {
    var verdict = judgement.verdict().words();
    var cells =
        List.of(
            escaped(judgement.identity().label()),
            judgement.verdict().blocks() ? "**" + verdict + "**" : verdict,
            Words.change(judgement),
            escaped(Words.interval(judgement)),
            escaped(Words.mean(judgement.baseline(), judgement)),
            escaped(Words.mean(judgement.candidate(), judgement)),
            escaped(judgement.reason()));
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escaped(String text) {
    return text.replaceAll("\\s+", " ").replaceAll(SPECIAL, "\\\\$1");
  }
}
