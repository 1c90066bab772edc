package dev.millrace.reports.chart;

import java.util.stream.IntStream;

/// Moves what stands at the same position a little sideways, so that nothing hides behind another.
///
/// Every curve has a narrow strip of its own around the position, and the forks of a spot spread
/// within the strip. A strip is a share of the least distance between two positions.
final class Dodge {
  private static final double WIDTH = 0.46;
  private static final double FORKS = 0.9;

  private final Plot plot;
  private final boolean logarithmic;
  private final double spacing;

  Dodge(Plot plot, boolean logarithmic) {
    this.plot = plot;
    this.logarithmic = logarithmic;
    this.spacing = spacing(plot, logarithmic);
  }

  /// Where the mean of a spot is drawn.
  double mean(Plot.Curve curve, Plot.Spot spot) {
    return moved(spot.position(), strip(curve));
  }

  /// Where a fork of a spot is drawn.
  double fork(Plot.Curve curve, Plot.Spot spot, int fork) {
    var forks = spot.forks().size();
    var within = (fork + 0.5) / forks - 0.5;
    return moved(spot.position(), strip(curve) + within * FORKS * WIDTH / Math.max(4, count()));
  }

  private double strip(Plot.Curve curve) {
    return ((plot.curves().indexOf(curve) + 0.5) / count() - 0.5) * WIDTH;
  }

  private int count() {
    return plot.curves().size();
  }

  private double moved(double position, double share) {
    return logarithmic ? position * Math.exp(share * spacing) : position + share * spacing;
  }

  private static double spacing(Plot plot, boolean logarithmic) {
    var positions = plot.panel().positions();
    return IntStream.range(1, positions.length)
        .mapToDouble(i ->
            logarithmic
                ? Math.log(positions[i] / positions[i - 1])
                : positions[i] - positions[i - 1])
        .min()
        .orElse(1);
  }
}
