package dev.millrace.reports.chart;

import java.util.List;
import java.util.stream.IntStream;

/// Moves what stands at the same position a little sideways, so that nothing hides behind another.
///
/// Every curve has a narrow strip of its own around the position, and the forks of a spot spread
/// within the strip. All strips together take a share of the least distance between two positions,
/// and no strip is wider than a share of the axis: positions far apart keep their dots together. On
/// a logarithmic axis it is next to nothing, since a line that is moved along it looks as if it
/// were faster or slower.
final class Dodge {
  private static final double WIDTH = 0.46;
  private static final double WIDEST = 0.016;
  private static final double WIDEST_LOGARITHMIC = 0.004;
  private static final double FORKS = 0.9;
  private static final int FEWEST = 4;

  private final List<Plot.Curve> curves;
  private final boolean logarithmic;
  private final double strip;

  /// A dodge for some curves.
  ///
  /// @param positions where curves have spots, ascending
  /// @param length the length of the axis, of its logarithm where it is logarithmic
  Dodge(List<Plot.Curve> curves, double[] positions, double length, boolean logarithmic) {
    this.curves = curves;
    this.logarithmic = logarithmic;
    var share = WIDTH * spacing(positions, logarithmic) / Math.max(1, curves.size());
    var widest = logarithmic ? WIDEST_LOGARITHMIC : WIDEST;
    this.strip = Math.min(share, widest * length);
  }

  /// Where the mean of a spot is drawn.
  double mean(Plot.Curve curve, Plot.Spot spot) {
    return moved(spot.position(), centre(curve));
  }

  /// Where a fork of a spot is drawn.
  double fork(Plot.Curve curve, Plot.Spot spot, int fork) {
    var forks = spot.forks().size();
    var within = (fork + 0.5) / forks - 0.5;
    var room = FORKS * strip * Math.min(1, (double) curves.size() / FEWEST);
    return moved(spot.position(), centre(curve) + within * room);
  }

  private double centre(Plot.Curve curve) {
    return (curves.indexOf(curve) + 0.5 - curves.size() / 2.0) * strip;
  }

  private double moved(double position, double by) {
    return logarithmic ? position * Math.exp(by) : position + by;
  }

  private static double spacing(double[] positions, boolean logarithmic) {
    return IntStream.range(1, positions.length)
        .mapToDouble(i ->
            logarithmic
                ? Math.log(positions[i] / positions[i - 1])
                : positions[i] - positions[i - 1])
        .min()
        .orElse(1);
  }
}
