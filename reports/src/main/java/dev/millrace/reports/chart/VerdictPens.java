package dev.millrace.reports.chart;

import dev.millrace.reports.gate.Verdict;
import java.awt.Color;

/// How a verdict is drawn: each has a colour and a marker of its own, and its word beside it.
///
/// The colours keep apart in normal sight and in simulated colour blindness, and stand out from
/// white by at least 3 to 1.
public final class VerdictPens {
  private static final Pen REGRESSED = pen(new Color(0x991900), 2);
  private static final Pen IMPROVED = pen(new Color(0x002BFF), 4);
  private static final Pen PASS = pen(new Color(0x879963), 0);
  private static final Pen INCONCLUSIVE = pen(new Color(0xBF8000), 3);
  private static final Pen NOT_JUDGED = pen(new Color(0x260026), 1);

  private VerdictPens() {}

  private static Pen pen(Color colour, int marker) {
    return new Pen(colour, Pen.of(marker).marker(), Pen.stroke(1.4f));
  }

  /// The pen of a verdict.
  public static Pen of(Verdict verdict) {
    return switch (verdict) {
      case REGRESSED -> REGRESSED;
      case IMPROVED -> IMPROVED;
      case PASS -> PASS;
      case INCONCLUSIVE -> INCONCLUSIVE;
      case ERROR, NOT_COMPARABLE, MISSING, RENAMED, ACCEPTED, NEW -> NOT_JUDGED;
    };
  }
}
