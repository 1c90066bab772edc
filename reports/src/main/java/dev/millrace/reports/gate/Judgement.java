package dev.millrace.reports.gate;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import org.jspecify.annotations.Nullable;

/// The verdict on one series and what it rests on.
///
/// @param change score of the candidate over that of the baseline; null when not comparable
/// @param reason why the verdict is not a plain one; empty when the interval says it all
public record Judgement(
    Identity identity,
    Verdict verdict,
    @Nullable Summary baseline,
    @Nullable Summary candidate,
    @Nullable Ratio change,
    String reason) {

  /// A verdict without numbers.
  static Judgement without(Identity identity, Verdict verdict, String reason) {
    return new Judgement(identity, verdict, null, null, null, reason);
  }
}
