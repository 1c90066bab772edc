package dev.millrace.reports.chart;

import dev.millrace.reports.text.Decimal;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/// Lying bars of shares, a row each, made of pieces one after another; what is below 0 goes to the
/// left. Pieces that are wide enough bear their number.
///
/// @param kinds what pieces are, in the order of a row
/// @param axis what the shares are of
record StackedBars(List<Kind> kinds, List<Row> rows, String axis) {
  private static final double THICKNESS = 0.7;
  private static final double LEAST_NAMED = 0.045;

  StackedBars {
    kinds = List.copyOf(kinds);
    rows = List.copyOf(rows);
  }

  /// A kind of piece.
  record Kind(String name, Color colour) {}

  /// A bar: the share of each kind, in the order of the kinds.
  record Row(String name, List<Double> shares) {
    Row {
      shares = List.copyOf(shares);
    }
  }

  /// A piece of a bar, from and to.
  private record Piece(double from, double to) {}

  /// The height that the chart needs.
  int height() {
    return 92 + 22 * Math.max(1, rows.size());
  }

  /// The chart, with a legend of the kinds.
  JFreeChart chart() {
    var names = rows.stream().map(Row::name).toList();
    var drawing = new XYPlot(data(), Style.rows(names), shares(), renderer());
    drawing.setOrientation(PlotOrientation.HORIZONTAL);
    Style.dressLevels(drawing);
    var chart = new JFreeChart(null, Style.LABEL, drawing, true);
    chart.setBackgroundPaint(Style.PAPER);
    plain(chart.getLegend());
    return chart;
  }

  /// Makes a legend look like those of other charts.
  static void plain(LegendTitle legend) {
    legend.setItemFont(Style.TICK);
    legend.setItemPaint(Style.INK);
    legend.setBackgroundPaint(Style.PAPER);
    legend.setFrame(BlockBorder.NONE);
  }

  private XYIntervalSeriesCollection data() {
    var data = new XYIntervalSeriesCollection();
    for (var kind = 0; kind < kinds.size(); kind++) {
      var series = new XYIntervalSeries(kinds.get(kind).name());
      for (var row = 0; row < rows.size(); row++) {
        var piece = pieces(rows.get(row)).get(kind);
        if (piece.from() < piece.to()) {
          var half = THICKNESS / 2;
          series.add(row, row - half, row + half, piece.to(), piece.from(), piece.to());
        }
      }
      data.addSeries(series);
    }
    return data;
  }

  private static List<Piece> pieces(Row row) {
    var pieces = new ArrayList<Piece>();
    var right = 0.0;
    var left = 0.0;
    for (var share : row.shares()) {
      if (share < 0) {
        pieces.add(new Piece(left + share, left));
        left += share;
      } else {
        pieces.add(new Piece(right, right + share));
        right += share;
      }
    }
    return pieces;
  }

  private XYBarRenderer renderer() {
    var renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setUseYInterval(true);
    renderer.setDrawBarOutline(true);
    renderer.setDefaultOutlinePaint(Style.PAPER);
    renderer.setDefaultItemLabelGenerator((data, kind, item) -> {
      var share = rows.get((int) data.getXValue(kind, item)).shares().get(kind);
      return Math.abs(share) < LEAST_NAMED ? "" : Decimal.percent(share);
    });
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(Style.NOTE);
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER));
    for (var kind = 0; kind < kinds.size(); kind++) {
      var colour = kinds.get(kind).colour();
      renderer.setSeriesPaint(kind, colour);
      renderer.setSeriesItemLabelPaint(kind, isDark(colour) ? Style.PAPER : Style.INK);
    }
    return renderer;
  }

  private static boolean isDark(Color colour) {
    return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue() < 130;
  }

  private NumberAxis shares() {
    var all = rows.stream().flatMap(row -> pieces(row).stream()).toList();
    var most = all.stream().mapToDouble(Piece::to).max().orElse(1);
    var least = all.stream().mapToDouble(Piece::from).min().orElse(0);
    var shares = new NumberAxis(axis);
    shares.setRange(Math.min(0, least * 1.05), most <= 0 ? 1 : most * 1.02);
    shares.setNumberFormatOverride(Axes.percent());
    return Style.dressed(shares, Style.LABEL, Style.TICK);
  }
}
