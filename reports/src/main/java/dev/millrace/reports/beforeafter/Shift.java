package dev.millrace.reports.beforeafter;

import dev.millrace.reports.gate.Judgement;
import dev.millrace.reports.gate.Verdict;
import dev.millrace.reports.statistics.Ratio;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What became of one measure of one series.
///
/// @param ratio after over before; null where a side has no number. Of what the gate does not judge
///   it is a description
public record Shift(Judgement judgement, @Nullable Ratio ratio) {
  /// Those with a ratio first, the largest first; the others by the gravity of their verdict.
  static final Comparator<Shift> LARGEST_FIRST =
      Comparator.comparingDouble(Shift::size)
          .reversed()
          .thenComparing(Shift::verdict)
          .thenComparing(shift -> shift.judgement().label());

  /// What the gate says.
  public Verdict verdict() {
    return judgement.verdict();
  }

  /// How far the ratio is from 1 on the log scale, whatever the direction; negative without one.
  private double size() {
    return ratio == null ? -1 : Math.abs(Math.log(ratio.value()));
  }
}
