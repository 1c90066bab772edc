package dev.millrace.reports.chart;

import dev.millrace.reports.results.Distribution;
import dev.millrace.reports.results.Fork;
import dev.millrace.reports.text.DisplayUnit;
import java.util.ArrayList;
import java.util.List;

/// The values of a line at percentiles, as far as its samples tell: of n samples, up to 1 - 1/n.
///
/// @param fork from 1; 0 for all forks together
record PercentileCurve(String line, int fork, List<Mark> marks) {
  private static final double STEP = 0.1;

  PercentileCurve {
    marks = List.copyOf(marks);
  }

  /// A value, and how many nines its percentile has: 1 for 90 %, 2 for 99 %.
  record Mark(double nines, double value) {
    /// The percentile as text, as `99.9`.
    String percentile() {
      return Axes.number().format(100 - Math.pow(10, 2 - nines));
    }
  }

  /// The curve of some forks; without marks where they have no sample.
  static PercentileCurve of(String line, int number, List<Fork> forks, DisplayUnit unit) {
    var samples = Distribution.of(forks);
    if (samples.count() == 0) {
      return new PercentileCurve(line, number, List.of());
    }
    var last = Math.log10((double) samples.count());
    var marks = new ArrayList<Mark>();
    for (var step = 0; step * STEP < last; step++) {
      var share = 1 - Math.pow(10, -step * STEP);
      marks.add(new Mark(step * STEP, samples.quantile(share) * unit.factor()));
    }
    marks.add(new Mark(last, samples.quantile(1) * unit.factor()));
    return new PercentileCurve(line, number, marks);
  }

  /// The curves of a series: all forks together, and each alone where there are several.
  static List<PercentileCurve> all(String line, List<Fork> forks, DisplayUnit unit) {
    var curves = new ArrayList<PercentileCurve>();
    for (var fork = 1; fork <= forks.size() && forks.size() > 1; fork++) {
      curves.add(of(line, fork, List.of(forks.get(fork - 1)), unit));
    }
    curves.removeIf(curve -> curve.marks().isEmpty());
    curves.add(of(line, 0, forks, unit));
    return curves;
  }

  /// Adds every number of the curve.
  void addTo(Numbers numbers, String position) {
    for (var mark : marks) {
      var what = "percentile " + mark.percentile();
      if (fork == 0) {
        numbers.overall(line, position, what, mark.value());
      } else {
        numbers.ofFork(line, position, what, fork, mark.value());
      }
    }
  }
}
