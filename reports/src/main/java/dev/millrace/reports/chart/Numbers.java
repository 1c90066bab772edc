package dev.millrace.reports.chart;

import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.List;

/// Collects the numbers that a drawing shows, all of one panel, quantity and unit.
final class Numbers {
  private final String panel;
  private final String quantity;
  private final String unit;
  private final List<Datum> data = new ArrayList<>();

  Numbers(String panel, String quantity, String unit) {
    this.panel = panel;
    this.quantity = quantity;
    this.unit = unit;
  }

  /// A number of one fork, counted from 1.
  void ofFork(String line, String position, String what, int fork, double value) {
    add(line, position, what, String.valueOf(fork), value);
  }

  /// A number over all forks.
  void overall(String line, String position, String what, double value) {
    add(line, position, what, "", value);
  }

  /// The forks, the mean, and the ends of its interval.
  void spot(String line, Plot.Spot spot) {
    var at = position(spot.position());
    for (var fork = 0; fork < spot.forks().size(); fork++) {
      ofFork(line, at, "fork", fork + 1, spot.forks().get(fork));
    }
    overall(line, at, "mean", spot.mean());
    var interval = spot.interval();
    if (interval != null) {
      overall(line, at, "low", interval.low());
      overall(line, at, "high", interval.high());
    }
  }

  /// What a law says at a point, and the ends of its interval.
  void law(String line, Plot.LawPoint point) {
    var at = position(point.position());
    overall(line, at, "law", point.value());
    var interval = point.interval();
    if (interval != null) {
      overall(line, at, "law low", interval.low());
      overall(line, at, "law high", interval.high());
    }
  }

  /// All that were collected.
  List<Datum> data() {
    return List.copyOf(data);
  }

  private void add(String line, String position, String what, String fork, double value) {
    data.add(new Datum(panel, quantity, line, position, what, fork, value, unit));
  }

  /// A position as the CSV says it; empty where there is no axis.
  static String position(double position) {
    return Double.isNaN(position) ? "" : Decimal.plain(position);
  }
}
