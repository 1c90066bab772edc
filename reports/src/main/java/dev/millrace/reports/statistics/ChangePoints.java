package dev.millrace.reports.statistics;

import java.util.List;
import java.util.stream.IntStream;

/// Where the level of a series changes, when its noise may be correlated from value to value.
///
/// The model is a level that makes steps, and AR(1) noise around it. For each number of steps the
/// best places are those of least squares ([Segmentation]). What is left, of variance v, tells the
/// correlation ρ, not below 0, and the steps count by the likelihood, `n log(v (1 - ρ²))`. As many
/// are made as lower it by more than a penalty each. Noise that is correlated explains itself by ρ
/// without a step, and a step does not. What goes away within three values is none ([Hampel]).
///
/// Guarantee: of series without a step a share of `level` at most is said to have one, where noise
/// is AR(1) with ρ up to 0.6, for 10 to 1,000 values; the penalty is calibrated for that by
/// simulation. `ChangePointsSimulationTest` measures it, and what is beyond.
///
/// Cost: O(n²) time, O(n) memory.
///
/// Source: likelihood and model after Chakar, Lebarbier, Lévy-Leduc & Robin 2017 (AR1Seg), but for
/// the estimate of ρ and the penalty.
public final class ChangePoints {
  /// What a level has at least.
  public static final int SHORTEST = 4;

  private static final int MOST = 12;

  /// Where the tail of [#strength()] begins, and by what it falls to 1/e, at ρ = 0.6: its quantiles
  /// at 95, 99 and 99.9 % are about 13, 18 and 25 for every length from 10 to 1,000, and lower for
  /// less correlation.
  private static final double TAIL = 4.7;

  private static final double FALL = 3.1;

  private final Segmentation segmentation;
  private final double[] criteria;

  private ChangePoints(double[] values, double resolution) {
    this.segmentation = new Segmentation(Hampel.clean(values, resolution), SHORTEST, MOST);
    this.criteria =
        IntStream.rangeClosed(0, segmentation.most())
            .mapToDouble(cuts -> criterion(cuts, resolution))
            .toArray();
  }

  /// The change points of a series, at least one value.
  ///
  /// @param resolution noise below it is taken for it, so that in a series that hardly varies
  ///   nothing much smaller is a step
  public static ChangePoints of(double[] values, double resolution) {
    if (values.length == 0 || !(resolution > 0)) {
      throw new IllegalArgumentException(values.length + " values, resolution " + resolution);
    }
    return new ChangePoints(values, resolution);
  }

  private double criterion(int cuts, double resolution) {
    var residuals = segmentation.residuals(segmentation.levels(cuts));
    var squares = 0.0;
    var products = 0.0;
    for (var i = 0; i < residuals.length; i++) {
      squares += residuals[i] * residuals[i];
      products += i == 0 ? 0 : residuals[i] * residuals[i - 1];
    }
    var correlation = squares > 0 ? Math.max(0, products / squares) : 0;
    var innovation = squares / residuals.length * (1 - correlation * correlation);
    return residuals.length * Math.log(innovation + resolution * resolution);
  }

  /// By how much a step lowers the criterion, with the number of steps for which that is most.
  double strength() {
    return IntStream.range(1, criteria.length)
        .mapToDouble(cuts -> (criteria[0] - criteria[cuts]) / cuts)
        .max()
        .orElse(0);
  }

  /// Whether the series is long enough for a step; a shorter one tests nothing.
  public boolean mayChange() {
    return segmentation.most() > 0;
  }

  /// The chance that a series without any step looks as if it had one, as much as this one does.
  public double p() {
    return Math.min(1, Math.exp((TAIL - strength()) / FALL));
  }

  /// The levels that the series goes through, in its order; a single one when p is not below
  /// `level`.
  public List<Level> levels(double level) {
    var penalty = TAIL - FALL * Math.log(level);
    var best = 0;
    for (var cuts = 1; cuts < criteria.length; cuts++) {
      if (criteria[cuts] + cuts * penalty < criteria[best] + best * penalty) {
        best = cuts;
      }
    }
    return segmentation.levels(best);
  }
}
