package dev.millrace.reports.gate;

import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.text.Decimal;
import org.jspecify.annotations.Nullable;

/// The numbers of a judgement in words, the same in every format for people.
final class Words {
  private Words() {}

  /// The change of the score, as `+4.1 %`, empty when there is none.
  static String change(Judgement judgement) {
    var change = judgement.change();
    return change == null ? "" : Decimal.change(change.value());
  }

  /// The interval of the change, empty when there is none.
  static String interval(Judgement judgement) {
    var change = judgement.change();
    return change == null ? "" : interval(change.interval());
  }

  private static String interval(@Nullable Interval interval) {
    return interval == null
        ? ""
        : "[" + Decimal.change(interval.low()) + ", " + Decimal.change(interval.high()) + "]";
  }

  /// A mean with its unit and forks, as `41.2 ms/op (5)`, empty when there is none.
  static String mean(@Nullable Summary summary, Judgement judgement) {
    return summary == null
        ? ""
        : Decimal.significant(summary.mean(), 4)
            + " "
            + judgement.identity().unit()
            + " ("
            + summary.forks()
            + ")";
  }

  /// One sentence on a judgement: the verdict, the change, and the reason.
  static String sentence(Judgement judgement) {
    var text = new StringBuilder(judgement.verdict().words());
    if (judgement.change() != null) {
      text.append(": ").append(change(judgement)).append(' ').append(interval(judgement));
    }
    if (!judgement.reason().isEmpty()) {
      text.append("; ").append(judgement.reason());
    }
    return text.toString().replace(" ;", ";").strip();
  }

  /// The last line: the result and its exit code.
  static String result(Comparison comparison) {
    return comparison.result().words() + " (exit code " + comparison.exitCode() + ")";
  }
}
