package dev.millrace.reports.study;

import dev.millrace.reports.statistics.LawFit;
import java.util.ArrayList;
import java.util.Arrays;

/// What a law of scalability makes of a line: a curve through its throughput, or why there is none.
public sealed interface Scalability {
  /// How far the mean of a position may be off a law that is said to hold.
  double MOST_OFF = 0.1;

  /// A law that comes near to every point.
  record Fitted(LawFit fit) implements Scalability {}

  /// Why no law is given.
  record Refused(String reason) implements Scalability {}

  /// The scalability of a line, from every position with nothing but positive throughputs.
  static Scalability of(Line line) {
    var positions = new ArrayList<Double>();
    var forks = new ArrayList<double[]>();
    for (var point : line.points()) {
      var throughput = Throughput.of(point);
      if (point.position() >= 1 && !positions.contains(point.position()) && isUsable(throughput)) {
        positions.add(point.position());
        forks.add(throughput);
      }
    }
    var fewest = LawFit.Kind.AMDAHL.fewestPositions();
    if (positions.size() < fewest) {
      return new Refused("no law: " + positions.size() + " thread counts, " + fewest + " needed");
    }
    var fit =
        LawFit.best(
            positions.stream().mapToDouble(Double::doubleValue).toArray(),
            forks.toArray(double[][]::new));
    return fit.worst() <= MOST_OFF
        ? new Fitted(fit)
        : new Refused("no law within " + Math.round(MOST_OFF * 100) + " % of every point");
  }

  private static boolean isUsable(double[] throughput) {
    return throughput.length > 0
        && Arrays.stream(throughput).allMatch(each -> each > 0 && Double.isFinite(each));
  }
}
