package dev.millrace.reports.chart;

import dev.millrace.reports.chart.Figure.Cell;
import dev.millrace.reports.chart.Figure.Heading;
import dev.millrace.reports.results.Distribution;
import dev.millrace.reports.results.Iteration;
import dev.millrace.reports.results.LatencyLog;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.text.Decimal;
import dev.millrace.reports.text.DisplayUnit;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Percentiles of every value that was seen: of latencies in HdrHistogram logs, and of the samples
/// of JMH's sample mode. A chart for each position on the axis, of the last six.
final class PercentileChart implements PanelChart {
  private static final int MOST = 6;
  private static final int COLUMNS = 3;
  private static final int HEADING = 22;
  private static final double TYPICAL = 0.99;

  /// A metric that holds all values of an entry.
  private record Samples(Entry entry, Metric metric) {
    private Double position() {
      return entry.point().position();
    }

    private double typical() {
      return Distribution.of(metric.forks()).quantile(TYPICAL);
    }

    /// Three percentiles, for who cannot see the curve.
    private String sentence(DisplayUnit unit) {
      var all = Distribution.of(metric.forks());
      return entry.name()
          + Stream.of(50, 90, 99)
              .map(percent -> all.quantile(percent / 100.0) * unit.factor())
              .map(value -> Decimal.significant(value, 3))
              .collect(Collectors.joining(", ", " at 50, 90 and 99 %: ", " " + unit.label()));
    }
  }

  @Override
  public List<Figure> of(Panel panel, Setting setting) {
    var entries = Entry.of(panel);
    var sampled = samples(entries, entry -> entry.point().series().primary());
    var logged =
        samples(entries, entry -> entry.point().series().secondary().get(LatencyLog.METRIC));
    return Stream.of(
            figure(panel, sampled, "sampled time", setting),
            figure(panel, logged, LatencyLog.METRIC, setting))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Samples> samples(
      List<Entry> entries, Function<Entry, @Nullable Metric> metric) {
    var samples = new ArrayList<Samples>();
    for (var entry : entries) {
      var own = metric.apply(entry);
      if (own != null && isSampled(own)) {
        samples.add(new Samples(entry, own));
      }
    }
    return samples;
  }

  private static boolean isSampled(Metric metric) {
    return metric.forks().stream()
            .flatMap(fork -> fork.iterations().stream())
            .anyMatch(Iteration.Histogram.class::isInstance)
        && Distribution.of(metric.forks()).count() > 0;
  }

  private static List<Figure> figure(
      Panel panel, List<Samples> samples, String words, Setting setting) {
    if (samples.isEmpty()) {
      return List.of();
    }
    var all = samples.stream().map(Samples::position).distinct().sorted().toList();
    var positions = all.subList(Math.max(0, all.size() - MOST), all.size());
    var typical = samples.stream().mapToDouble(Samples::typical).max().orElse(0);
    var unit = DisplayUnit.of(samples.getFirst().metric().unit(), typical);
    var cells = new ArrayList<Cell>();
    for (var position : positions) {
      var here = samples.stream().filter(each -> each.position().equals(position));
      var place = place(cells.size(), positions.size());
      cells.add(cell(panel, here.toList(), new Look(words, unit, place), setting.pens()));
    }
    var heading =
        Heading.of(
            panel.title() + ": " + words + " by percentile",
            "thick: all forks · thin: each fork alone",
            positions.size() < all.size()
                ? "the last " + positions.size() + " of " + all.size() + " positions"
                : "",
            panel.conditions());
    var lines = samples.stream().map(each -> each.entry().line()).toList();
    var width = cells.getLast().place().x + cells.getLast().place().width;
    var legend = new Legend(lines, false, setting.pens(), Math.max(width, 600));
    var name = setting.names().of(panel, words + "-percentiles");
    var said = samples.stream().map(each -> each.sentence(unit)).collect(Collectors.joining("; "));
    return List.of(new Figure(name, heading.saying(said), cells, legend));
  }

  /// How a cell looks.
  private record Look(String words, DisplayUnit unit, Rectangle place) {}

  private static Cell cell(Panel panel, List<Samples> samples, Look look, Pens pens) {
    var curves = new ArrayList<PercentileCurve>();
    var numbers = new Numbers(panel.title(), look.words(), look.unit().label());
    for (var each : samples) {
      var own = PercentileCurve.all(each.entry().line(), each.metric().forks(), look.unit());
      own.forEach(curve -> curve.addTo(numbers, each.entry().position()));
      curves.addAll(own);
    }
    var chart = PercentilePlot.of(curves, pens, look.words() + ", " + look.unit().label());
    var axis = panel.axis();
    var position = samples.getFirst().entry().position();
    var heading = axis == null ? "" : axis.name() + " = " + position;
    return new Cell(chart::draw, look.place(), heading, numbers.data());
  }

  private static Rectangle place(int index, int count) {
    var wide = Math.max(320, 640 / Math.min(COLUMNS, count));
    var high = count == 1 ? 380 : 270;
    return new Rectangle(
        8 + index % COLUMNS * wide,
        50 + (count == 1 ? 0 : HEADING) + index / COLUMNS * (high + HEADING),
        wide - 8,
        high);
  }
}
