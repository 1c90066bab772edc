package dev.millrace.reports.chart;

import dev.millrace.reports.beforeafter.BeforeAfter;
import dev.millrace.reports.beforeafter.Shift;
import dev.millrace.reports.beforeafter.ShortLabels;
import dev.millrace.reports.chart.Figure.Cell;
import dev.millrace.reports.chart.Figure.Heading;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.text.Decimal;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/// Draws what became of each metric of two result files: a figure for each, the largest ratios.
public final class BeforeAfterFigures {
  /// The most rows a figure has.
  public static final int MOST_ROWS = 40;

  private BeforeAfterFigures() {}

  /// The figures, in the order of the metrics.
  public static List<Figure> of(BeforeAfter pair, FigureNames names) {
    return pair.metrics().stream().map(metric -> figure(pair, metric, names)).toList();
  }

  private static Figure figure(BeforeAfter pair, String metric, FigureNames names) {
    var all = pair.drawn(metric);
    var shown = all.subList(0, Math.min(MOST_ROWS, all.size()));
    var labels = ShortLabels.of(shown.stream().map(shift -> shift.judgement().identity()).toList());
    var margin = margin(pair, metric);
    var chart = new RatioChart(shown, labels, margin).chart();
    var place = new Rectangle(8, 50, 860, RatioChart.height(shown.size()));
    var cell = new Cell(chart::draw, place, "", data(shown, labels, metric));
    var score = metric.equals(Measure.WALL) ? "score" : metric;
    var title = score + ": " + pair.after() + " against " + pair.before();
    return new Figure(
        names.of(pair.before() + "-" + pair.after() + "-" + score),
        new Heading(title, subtitle(shown.size(), all.size(), margin), alternative(shown, labels)),
        List.of(cell),
        null);
  }

  /// The largest change in words.
  private static String alternative(List<Shift> shown, List<String> labels) {
    var change = Decimal.change(RatioChart.ratio(shown.getFirst()).value());
    var verdict = shown.getFirst().verdict().words();
    return "the largest of "
        + shown.size()
        + " changes is that of "
        + labels.getFirst()
        + ", "
        + change
        + ", "
        + verdict;
  }

  private static String subtitle(int shown, int all, Margin margin) {
    var some = shown < all ? "the largest " + shown + " of " + all + " · " : "";
    return some + "bars: 95 % intervals over forks · band: the margin, ±" + margin;
  }

  private static Margin margin(BeforeAfter pair, String metric) {
    return pair.comparison().policy().measures().stream()
        .filter(measure -> measure.name().equals(metric))
        .map(Measure::margin)
        .findFirst()
        .orElseThrow();
  }

  private static List<Datum> data(List<Shift> shifts, List<String> labels, String metric) {
    var data = new ArrayList<Datum>();
    for (var i = 0; i < shifts.size(); i++) {
      var ratio = RatioChart.ratio(shifts.get(i));
      var verdict = shifts.get(i).verdict().words();
      data.add(datum(verdict, metric, labels.get(i), "ratio", ratio.value()));
      var interval = ratio.interval();
      if (interval != null) {
        data.add(datum(verdict, metric, labels.get(i), "low", interval.low()));
        data.add(datum(verdict, metric, labels.get(i), "high", interval.high()));
      }
    }
    return data;
  }

  private static Datum datum(
      String verdict, String metric, String label, String what, double value) {
    return new Datum(verdict, metric, label, "", what, "", value, "after/before");
  }
}
