package dev.millrace.reports.study;

import dev.millrace.reports.statistics.Ratio;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who is fastest in a panel, and by how much.
///
/// Every line enters with its best point; where positions are sizes or JMH's threads, with the
/// point at the last position, because there the points are different tasks. The winner is picked
/// after the numbers are seen, so its lead is a description and not a test.
///
/// @param lead speed of the winner over the runner-up; null when there is no runner-up
/// @param overReference speed of the winner over the reference; null when there is none, or when
///   the winner is the reference
public record Standing(
    Contender winner,
    @Nullable Contender runnerUp,
    @Nullable Ratio lead,
    @Nullable Contender reference,
    @Nullable Ratio overReference) {
  /// The engine every other is compared with: sequential and obvious.
  public static final String REFERENCE = "eager";

  /// A line and the point it enters with.
  public record Contender(String line, Point point) {
    private double mean() {
      var summary = point.summary(Quantity.SCORE);
      return summary == null ? Double.NaN : summary.mean();
    }
  }

  /// The standing of a panel; null when no line has a finite, positive score.
  public static @Nullable Standing of(Panel panel) {
    var ranked = contenders(panel).stream().sorted(order(panel)).toList();
    return ranked.isEmpty() ? null : of(panel, ranked);
  }

  /// Every line that can be compared, with the point it enters with, in the order of the panel.
  public static List<Contender> contenders(Panel panel) {
    return panel.lines().stream().map(line -> best(panel, line)).filter(Objects::nonNull).toList();
  }

  private static Standing of(Panel panel, List<Contender> ranked) {
    var winner = ranked.getFirst();
    var runnerUp = ranked.size() > 1 ? ranked.get(1) : null;
    var reference = reference(panel, winner.point());
    return new Standing(
        winner,
        runnerUp,
        runnerUp == null ? null : Speed.over(panel, winner.point(), runnerUp.point()),
        reference,
        overReference(panel, winner, reference));
  }

  private static @Nullable Ratio overReference(
      Panel panel, Contender winner, @Nullable Contender reference) {
    return reference == null || reference.line().equals(winner.line())
        ? null
        : Speed.over(panel, winner.point(), reference.point());
  }

  /// The reference engine at its first position, or, where positions are different tasks, at that
  /// of the point it is compared with; null when it was not measured there.
  static @Nullable Contender reference(Panel panel, Point other) {
    return panel.lines().stream()
        .filter(line -> line.name().equals(REFERENCE))
        .map(line -> isOneTask(panel) ? line.points().getFirst() : line.at(other.position()))
        .filter(Objects::nonNull)
        .map(point -> new Contender(REFERENCE, point))
        .filter(Standing::isUsable)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Contender best(Panel panel, Line line) {
    return candidates(panel, line).filter(Standing::isUsable).min(order(panel)).orElse(null);
  }

  private static Stream<Contender> candidates(Panel panel, Line line) {
    return line.points().stream()
        .filter(point -> isOneTask(panel) || point.position() == panel.lastPosition())
        .map(point -> new Contender(line.name(), point));
  }

  /// Whether all points of a line do the same work.
  private static boolean isOneTask(Panel panel) {
    return panel.axis() == null || panel.axis() instanceof Axis.Parallelism;
  }

  private static Comparator<Contender> order(Panel panel) {
    var ascending = Comparator.comparingDouble(Contender::mean);
    return panel.mode().higherIsBetter() ? ascending.reversed() : ascending;
  }

  private static boolean isUsable(Contender contender) {
    return contender.mean() > 0 && Double.isFinite(contender.mean());
  }
}
