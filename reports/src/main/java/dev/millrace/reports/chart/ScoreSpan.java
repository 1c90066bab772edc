package dev.millrace.reports.chart;

import java.util.Arrays;
import java.util.List;

/// What the score axis of a [Sequence] covers: all that was measured, and of the warm-up what lies
/// no further from it than it is wide, so that a first iteration ten times as slow does not squash
/// the others. What lies further is shown at the edge.
///
/// @param from the least that is shown in its place
/// @param to the greatest that is shown in its place
/// @param room how far the axis goes beyond either
record ScoreSpan(double from, double to, double room) {
  private static final double ROOM = 0.08;

  static ScoreSpan of(List<ForkSequence> forks) {
    var measured =
        forks.stream().flatMapToDouble(fork -> Arrays.stream(fork.measured())).summaryStatistics();
    var least = measured.getMin();
    var greatest = measured.getMax();
    var isFlat = least == greatest;
    var wide = isFlat ? Math.max(Math.abs(greatest) * ROOM, 1e-9) : greatest - least;
    var all =
        forks.stream().flatMapToDouble(fork -> Arrays.stream(fork.values())).summaryStatistics();
    var from = Math.max(all.getMin(), least - wide);
    var to = Math.min(all.getMax(), greatest + wide);
    return new ScoreSpan(from, to, isFlat ? wide : (to - from) * ROOM);
  }

  /// Whether a score is not shown in its place.
  boolean isBeyond(double score) {
    return score < from || score > to;
  }

  /// Where a score is shown.
  double place(double score) {
    return Math.clamp(score, from - room / 2, to + room / 2);
  }

  /// The lower end of the axis.
  double low() {
    return from - room;
  }

  /// The upper end of the axis.
  double high() {
    return to + room;
  }
}
