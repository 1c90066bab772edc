package dev.millrace.reports.gate;

import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.text.Decimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The numbers of a judgement in words, the same in every format for people.
final class Words {
  /// Control characters, signs that turn the direction of text, and halves of characters.
  private static final String UNPRINTABLE =
      "[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029\\uFFFE\\uFFFF]+";

  private Words() {}

  /// Text of a file as one line that every format can hold.
  static String plain(String text) {
    return text.replaceAll(UNPRINTABLE, " ");
  }

  /// The change of the score, as `+4.1 %`, empty when there is none.
  static String change(Judgement judgement) {
    var evidence = judgement.evidence();
    return evidence == null ? "" : Decimal.change(evidence.finding().change().value());
  }

  /// The interval of the change, empty when there is none.
  static String interval(Judgement judgement) {
    var evidence = judgement.evidence();
    return evidence == null ? "" : interval(evidence.finding().change().interval());
  }

  private static String interval(@Nullable Interval interval) {
    return interval == null
        ? ""
        : "[" + Decimal.change(interval.low()) + ", " + Decimal.change(interval.high()) + "]";
  }

  /// The baseline's mean with its unit and forks, as `41.2 ms/op (5)`, empty when there is none.
  static String baseline(Judgement judgement) {
    var evidence = judgement.evidence();
    return evidence == null ? "" : mean(evidence.baseline(), evidence.unit());
  }

  /// The same of the candidate.
  static String candidate(Judgement judgement) {
    var evidence = judgement.evidence();
    return evidence == null ? "" : mean(evidence.candidate(), evidence.unit());
  }

  private static String mean(Summary summary, String unit) {
    return Decimal.significant(summary.mean(), 4)
        + " "
        + plain(unit)
        + " ("
        + summary.forks()
        + ")";
  }

  /// One sentence on a judgement: the verdict, the change, and the reason.
  static String sentence(Judgement judgement) {
    var text = new StringBuilder(judgement.verdict().words());
    if (judgement.evidence() != null) {
      text.append(": ").append(change(judgement)).append(' ').append(interval(judgement));
    }
    if (!judgement.reason().isEmpty()) {
      text.append("; ").append(plain(judgement.reason()));
    }
    return text.toString().replace(" ;", ";").strip();
  }

  /// What is judged, as `wall ±2 %, allocation ±1 %`.
  static String margins(Policy policy) {
    return policy.measures().stream()
        .map(measure -> plain(measure.name()) + " ±" + measure.margin())
        .collect(Collectors.joining(", "));
  }

  /// The last line: the result and its exit code.
  static String result(Comparison comparison) {
    return comparison.result().words() + " (exit code " + comparison.exitCode() + ")";
  }
}
