package dev.millrace.reports.gate;

import dev.millrace.reports.text.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/// A comparison as Markdown for a pull request or a job summary: what keeps the gate shut first,
/// the rest folded. Text of the files can break neither table nor page.
///
/// Rows beyond [#LONGEST] characters are left out and counted, because comments on a pull request
/// may not be longer than 65,536.
final class MarkdownReport {
  private static final int LONGEST = 60_000;

  private final Comparison comparison;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(Comparison comparison) {
    this.comparison = comparison;
  }

  static String of(Comparison comparison) {
    return new MarkdownReport(comparison).write();
  }

  private String write() {
    var split =
        comparison.judgements().stream().collect(Collectors.partitioningBy(comparison::blocks));
    var shut = split.getOrDefault(true, List.of());
    var rest = split.getOrDefault(false, List.of());
    text.append("### Gate: ").append(comparison.result().words()).append("\n\n");
    text.append(comparison.counts()).append(". Margins: ");
    text.append(escaped(Words.margins(comparison.policy())));
    text.append(". Changes are those of the score, with 95 % intervals over forks.\n\n");
    if (!shut.isEmpty()) {
      table(shut);
    }
    if (!rest.isEmpty()) {
      text.append("<details><summary>").append(rest.size());
      text.append(shut.isEmpty() ? "" : " more")
          .append(" that pass or are let through</summary>\n\n");
      table(rest);
      text.append("</details>\n");
    }
    comparison.remarks().forEach(note -> text.append("\n- ").append(escaped(note)));
    return text.append(comparison.remarks().isEmpty() ? "" : "\n").toString();
  }

  private void table(List<Judgement> judgements) {
    text.append("| series | verdict | change | 95 % interval | baseline | candidate | |\n");
    text.append("|---|---|--:|--:|--:|--:|---|\n");
    var written = 0;
    while (written < judgements.size() && text.length() < LONGEST) {
      text.append(row(judgements.get(written)));
      written++;
    }
    var left = judgements.size() - written;
    text.append(left == 0 ? "\n" : "\n" + left + " more rows are left out for length.\n\n");
  }

  private String row(Judgement judgement) {
    var verdict = judgement.verdict().words();
    var cells =
        List.of(
            escaped(judgement.label()),
            comparison.blocks(judgement) ? "**" + verdict + "**" : verdict,
            Words.change(judgement),
            escaped(Words.interval(judgement)),
            escaped(Words.baseline(judgement)),
            escaped(Words.candidate(judgement)),
            escaped(judgement.reason()));
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escaped(String raw) {
    return Markdown.escaped(Words.plain(raw));
  }
}
