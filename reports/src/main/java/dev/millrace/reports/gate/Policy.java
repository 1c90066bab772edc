package dev.millrace.reports.gate;

import dev.millrace.reports.rule.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is judged, how strictly, and which verdicts are let through.
///
/// @param tolerated verdicts that do not decide the exit code, though they are shown
public record Policy(
    List<Measure> measures, Settings settings, Set<Verdict> tolerated, AcceptedList accepted) {
  private static final Set<Verdict> TOLERABLE =
      EnumSet.of(Verdict.INCONCLUSIVE, Verdict.MISSING, Verdict.RENAMED);

  public Policy {
    measures = List.copyOf(measures);
    tolerated = Set.copyOf(tolerated);
    if (!TOLERABLE.containsAll(tolerated)) {
      throw new IllegalArgumentException("tolerated: " + tolerated);
    }
  }

  /// Everything that was measured, times with that margin, nothing tolerated or accepted.
  public static Policy of(Margin times) {
    return new Policy(Measure.defaults(times), Settings.DEFAULT, Set.of(), AcceptedList.NONE);
  }

  /// The same with another chance of a false alarm.
  public Policy withAlpha(double alpha) {
    return new Policy(measures, settings.withAlpha(alpha), tolerated, accepted);
  }

  /// Whether a verdict keeps the gate shut.
  boolean blocks(Verdict verdict) {
    return verdict.blocks() && !tolerated.contains(verdict);
  }
}
