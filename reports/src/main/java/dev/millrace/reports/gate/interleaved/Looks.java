package dev.millrace.reports.gate.interleaved;

/// When unfinished data is looked at, and how much of the chance of a false alarm a look may spend.
///
/// Looks are due after rounds 3, 4, 6, 8, 11, 15, 20, 27 and so on. What is spent until a share t
/// of the budget is used follows Pocock's spending function, `alpha · ln(1 + (e - 1) t)` (Lan and
/// DeMets 1983): each look is judged with what it adds, so that all looks together raise a false
/// alarm with a chance of at most alpha, whenever they are made. The last look has the rest.
final class Looks {
  private static final int FIRST = 3;

  private final double alpha;
  private int next = FIRST;
  private double spent;

  Looks(double alpha) {
    this.alpha = alpha;
  }

  /// Whether data is looked at after this round; asked for each round once, in order.
  boolean isDue(int round) {
    if (round < next) {
      return false;
    }
    next = Math.ceilDiv(next * 4, 3);
    return true;
  }

  /// The level of a look at this share of the budget; 0 when nothing is left to spend.
  double spend(double share) {
    var until = alpha * Math.log1p((Math.E - 1) * Math.clamp(share, 0, 1));
    var level = Math.max(0, until - spent);
    spent = Math.max(spent, until);
    return level;
  }
}
