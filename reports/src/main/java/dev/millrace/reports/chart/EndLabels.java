package dev.millrace.reports.chart;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/// A chart with the name of every line at its right end, in a margin of its own. Names that would
/// meet move apart, as little as possible, and a thin line leads to each.
final class EndLabels implements Drawing {
  static final int LINE = 14;
  private static final int LEADER = 14;
  private static final int SAMPLE = 14;
  private static final int GAP = 6;
  private static final double LONGEST = 150;

  private final JFreeChart chart;
  private final List<End> ends;

  /// Where a line ends, in numbers of its axes, and what it is called; no pen for the ideal line.
  record End(String name, @Nullable Pen pen, double x, double y) {
    private Paint paint() {
      return pen == null ? Style.IDEAL : pen.colour();
    }

    private String shown() {
      return Figure.fitted(name, Style.TICK, LONGEST);
    }
  }

  EndLabels(JFreeChart chart, List<End> ends) {
    this.chart = chart;
    this.ends = List.copyOf(ends);
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D place) {
    var names = ends.stream().mapToDouble(end -> Legend.width(end.shown(), Style.TICK));
    var room = GAP + LEADER + SAMPLE + GAP + names.max().orElse(0);
    var info = new ChartRenderingInfo(null);
    var left =
        new Rectangle2D.Double(
            place.getX(), place.getY(), place.getWidth() - room, place.getHeight());
    chart.draw(graphics, left, null, info);
    var area = info.getPlotInfo().getDataArea();
    var sorted = new ArrayList<>(ends);
    sorted.sort(Comparator.comparingDouble(end -> height(end, area)));
    var wanted = sorted.stream().mapToDouble(end -> height(end, area)).toArray();
    var heights = spread(wanted, LINE, area.getMinY(), area.getMaxY());
    graphics.setFont(Style.TICK);
    for (var i = 0; i < heights.length; i++) {
      draw(graphics, sorted.get(i), area, heights[i]);
    }
  }

  private double height(End end, Rectangle2D area) {
    return plot().getRangeAxis().valueToJava2D(end.y(), area, RectangleEdge.LEFT);
  }

  private XYPlot plot() {
    return (XYPlot) chart.getPlot();
  }

  private void draw(Graphics2D graphics, End end, Rectangle2D area, double height) {
    var from = plot().getDomainAxis().valueToJava2D(end.x(), area, RectangleEdge.BOTTOM);
    var x = area.getMaxX() + LEADER;
    graphics.setPaint(end.paint());
    graphics.setStroke(Pen.stroke(0.6f));
    graphics.draw(new Line2D.Double(from + GAP, height(end, area), x, height));
    graphics.setStroke(Pen.stroke(1.3f));
    var pen = end.pen();
    if (pen != null) {
      var at = AffineTransform.getTranslateInstance(x + SAMPLE / 2.0, height);
      var marker = at.createTransformedShape(pen.marker());
      graphics.setPaint(Style.PAPER);
      graphics.fill(marker);
      graphics.setPaint(end.paint());
      graphics.draw(marker);
    }
    graphics.setPaint(Style.INK);
    graphics.drawString(end.shown(), (float) (x + SAMPLE + GAP / 2.0), (float) height + 4);
  }

  /// Ascending heights, moved so that neighbours are a gap apart and all lie between two bounds;
  /// the sum of the squared moves is the least there is. Neighbours that meet become one block
  /// around their common mean. More than fit begin at the lower bound.
  static double[] spread(double[] wanted, double gap, double low, double high) {
    var sums = new ArrayList<double[]>();
    for (var i = 0; i < wanted.length; i++) {
      var block = new double[] {wanted[i] - i * gap, 1};
      while (!sums.isEmpty() && mean(sums.getLast()) >= mean(block)) {
        var above = sums.removeLast();
        block = new double[] {above[0] + block[0], above[1] + block[1]};
      }
      sums.add(block);
    }
    var heights = new double[wanted.length];
    var last = Math.max(low, high - (wanted.length - 1) * gap);
    var next = 0;
    for (var block : sums) {
      for (var end = next + (int) block[1]; next < end; next++) {
        heights[next] = Math.clamp(mean(block), low, last) + next * gap;
      }
    }
    return heights;
  }

  private static double mean(double[] block) {
    return block[0] / block[1];
  }
}
