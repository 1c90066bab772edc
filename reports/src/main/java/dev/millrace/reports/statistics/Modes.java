package dev.millrace.reports.statistics;

import java.util.Arrays;

/// Whether values crowd in more than one place, as when forks compile in two ways.
///
/// The mvalue sums the heights of all steps of a histogram over its highest bin: 2 for a single
/// hill, 4 for two equal ones with nothing between. As in BenchmarkDotNet it is the greatest over
/// bin widths that double, outliers left out, and above 2.8 there may be several modes. The first
/// width is 3·s·n^(-1/3), a little below Scott's: wider bins hide two modes of few values, narrower
/// ones see modes in noise.
///
/// Source: B. Gregg, Frequency Trails: Modes and Modality.
public record Modes(double mvalue) {
  private static final double WIDTH = 3;
  private static final double SEVERAL = 2.8;

  /// The mvalue of the values; 2 when they do not vary.
  public static Modes of(double[] values) {
    var kept = Fences.of(values).inside(values);
    Arrays.sort(kept);
    var deviation = Math.sqrt(Mean.variance(kept));
    if (!(deviation > 0)) {
      return new Modes(2);
    }
    var range = kept[kept.length - 1] - kept[0];
    var greatest = 2.0;
    for (var width = WIDTH * deviation / Math.cbrt(kept.length); width <= range; width *= 2) {
      greatest = Math.max(greatest, mvalue(histogram(kept, width)));
    }
    return new Modes(greatest);
  }

  /// Whether there may be several modes.
  public boolean areSeveral() {
    return mvalue > SEVERAL;
  }

  /// Bins of equal width, centred on the range of ascending values.
  private static int[] histogram(double[] sorted, double width) {
    var range = sorted[sorted.length - 1] - sorted[0];
    var bins = new int[(int) (range / width) + 1];
    var origin = sorted[0] - (bins.length * width - range) / 2;
    for (var value : sorted) {
      bins[Math.clamp((long) ((value - origin) / width), 0, bins.length - 1)]++;
    }
    return bins;
  }

  private static double mvalue(int[] bins) {
    var steps = bins[0] + bins[bins.length - 1];
    var highest = bins[0];
    for (var i = 1; i < bins.length; i++) {
      steps += Math.abs(bins[i] - bins[i - 1]);
      highest = Math.max(highest, bins[i]);
    }
    return (double) steps / highest;
  }
}
