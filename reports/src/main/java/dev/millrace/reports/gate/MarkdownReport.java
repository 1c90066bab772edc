package dev.millrace.reports.gate;

import dev.millrace.reports.text.Markdown;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A comparison as Markdown for a pull request or a job summary: what keeps the gate shut first,
/// the rest folded, of one verdict the greatest changes first. Text of the files can break neither
/// table nor page.
///
/// Never longer than [#LONGEST] characters, because comments on a pull request may not be longer
/// than 65,536, and summaries of a job not than a mebibyte. Rows and notes that do not fit are
/// counted, by their verdicts; a text within a row is cut.
final class MarkdownReport {
  private static final int LONGEST = 60_000;
  private static final int LONGEST_NOTES = 10_000;
  private static final int LONGEST_TEXT = 400;

  /// Room for what stands behind the last row that fits: counts, and the fold.
  private static final int ROOM_FOR_COUNTS = 1_000;

  private static final Comparator<Judgement> MOST_IMPORTANT =
      Comparator.comparing(Judgement::verdict)
          .thenComparing(MarkdownReport::distance, Comparator.reverseOrder());

  private final Comparison comparison;
  private final String notes;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(Comparison comparison) {
    this.comparison = comparison;
    this.notes = notes(comparison.remarks());
  }

  static String of(Comparison comparison) {
    return new MarkdownReport(comparison).write();
  }

  private String write() {
    var split =
        comparison.judgements().stream()
            .sorted(MOST_IMPORTANT)
            .collect(Collectors.partitioningBy(comparison::blocks));
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
    return text.append(notes).toString();
  }

  /// How far a change is from none, either way.
  private static double distance(Judgement judgement) {
    var evidence = judgement.evidence();
    return evidence == null ? 0 : Math.abs(Math.log(evidence.finding().change().value()));
  }

  private static String notes(List<String> remarks) {
    var notes = new StringBuilder();
    var left = remarks.size();
    for (var remark : remarks) {
      var note = "\n- " + escaped(remark);
      if (notes.length() + note.length() > LONGEST_NOTES) {
        return notes.append("\n- and ").append(left).append(" more notes\n").toString();
      }
      notes.append(note);
      left--;
    }
    return remarks.isEmpty() ? "" : notes.append('\n').toString();
  }

  private void table(List<Judgement> judgements) {
    text.append("| series | verdict | change | 95 % interval | baseline | candidate | |\n");
    text.append("|---|---|--:|--:|--:|--:|---|\n");
    var longest = LONGEST - notes.length() - ROOM_FOR_COUNTS;
    for (var i = 0; i < judgements.size(); i++) {
      var row = row(judgements.get(i));
      if (text.length() + row.length() > longest) {
        var left = judgements.subList(i, judgements.size());
        text.append("\nand ").append(left.size()).append(" more: ");
        text.append(Comparison.counts(left)).append("\n\n");
        return;
      }
      text.append(row);
    }
    text.append('\n');
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

  /// Text of a file, cut where it is too long. Markdown's own signs are escaped; HTML's become
  /// entities, as does the sign that calls people.
  private static String escaped(String raw) {
    var plain = Words.plain(raw).replaceAll("\\s+", " ");
    var cut =
        plain.codePointCount(0, plain.length()) <= LONGEST_TEXT
            ? plain
            : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    return Markdown.escaped(cut);
  }
}
