package dev.millrace.reports.chart;

import dev.millrace.reports.study.Grid;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Point;
import dev.millrace.reports.study.Quantity;
import dev.millrace.reports.text.Decimal;
import dev.millrace.reports.text.DisplayUnit;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Draws a [Grid] as coloured cells with their scores in them, the best of each row framed.
record HeatMap(Grid grid, Shown shown) {
  private static final int ROW = 24;
  private static final int GAP = 10;
  private static final int LONGEST_NAME = 220;
  private static final int LEAST_COLUMN = 58;
  private static final int FOOT = 40;

  /// How scores are shown; all maps of a figure share it.
  record Shown(ColourScale scale, DisplayUnit unit, boolean higherIsBetter) {
    /// What suits the scores of some grids of a panel; null when no score is a number.
    static @Nullable Shown of(Panel panel, List<Grid> grids) {
      var scores =
          grids.stream()
              .flatMap(grid -> grid.cells().stream())
              .mapToDouble(cell -> mean(cell.point()))
              .filter(Double::isFinite)
              .summaryStatistics();
      if (scores.getCount() == 0) {
        return null;
      }
      var unit = DisplayUnit.of(panel.unit(Quantity.SCORE), scores.getMax());
      var scale = ColourScale.of(scores.getMin() * unit.factor(), scores.getMax() * unit.factor());
      return new Shown(scale, unit, panel.mode().higherIsBetter());
    }
  }

  /// The place that it needs, with its corner there.
  Rectangle at(int left, int top) {
    var wide = names() + column() * grid.values().size() + GAP;
    return new Rectangle(left, top, wide, ROW * grid.lines().size() + FOOT);
  }

  /// Draws it into a place.
  void draw(Graphics2D graphics, Rectangle2D place) {
    var left = place.getX() + names();
    var top = place.getY();
    for (var line : grid.lines()) {
      var name = Figure.fitted(line, Style.TICK, LONGEST_NAME);
      var indent = GAP + Legend.width(name, Style.TICK);
      graphics.setPaint(Style.INK);
      graphics.setFont(Style.TICK);
      graphics.drawString(name, (float) (left - indent), (float) (top + ROW / 2.0 + 4));
      drawRow(graphics, left, top, line);
      top += ROW;
    }
    graphics.setPaint(Style.INK);
    graphics.setFont(Style.TICK);
    for (var column = 0; column < grid.values().size(); column++) {
      var name = Numbers.position(grid.values().get(column));
      centred(graphics, name, left + (column + 0.5) * column(), top + 14);
    }
    graphics.setFont(Style.LABEL);
    centred(graphics, grid.param(), left + grid.values().size() * column() / 2.0, top + 32);
  }

  private void drawRow(Graphics2D graphics, double left, double top, String line) {
    var scores = grid.values().stream().mapToDouble(value -> score(line, value)).toArray();
    var best = best(scores);
    for (var column = 0; column < scores.length; column++) {
      if (Double.isFinite(scores[column])) {
        var x = left + column * column() + 1;
        var box = new Rectangle2D.Double(x, top + 1, column() - 2, ROW - 2);
        drawScore(graphics, scores[column], box, scores[column] == best);
      }
    }
  }

  private void drawScore(Graphics2D graphics, double score, Rectangle2D box, boolean isBest) {
    var colour = shown.scale().of(score);
    graphics.setPaint(colour);
    graphics.fill(box);
    var text = ColourScale.textOn(colour);
    if (isBest) {
      graphics.setPaint(text);
      graphics.setStroke(Pen.stroke(1.2f));
      graphics.draw(
          new Rectangle2D.Double(
              box.getX() + 2, box.getY() + 2, box.getWidth() - 4, box.getHeight() - 4));
    }
    graphics.setPaint(text);
    graphics.setFont(isBest ? Style.TICK.deriveFont(Font.BOLD) : Style.TICK);
    var words = Decimal.significant(score, 3);
    centred(graphics, words, box.getCenterX(), box.getCenterY() + 4);
  }

  private static void centred(Graphics2D graphics, String text, double middle, double baseline) {
    var left = middle - Legend.width(text, graphics.getFont()) / 2;
    graphics.drawString(text, (float) left, (float) baseline);
  }

  /// Every score.
  List<Datum> data(String words) {
    var numbers = new Numbers(title(), words, shown.unit().label());
    for (var cell : grid.cells()) {
      var score = mean(cell.point()) * shown.unit().factor();
      numbers.overall(cell.line(), Numbers.position(cell.value()), "mean", score);
    }
    return numbers.data();
  }

  /// The title of the panel, and where on its axis the grid is.
  private String title() {
    var place = place();
    return place.isEmpty() ? grid.title() : grid.title() + ", " + place;
  }

  /// Where on the axis the grid is, in words.
  String place() {
    var axis = grid.axis();
    return axis == null ? "" : axis.name() + " = " + Numbers.position(grid.position());
  }

  private int names() {
    var widest =
        grid.lines().stream().mapToDouble(line -> Legend.width(line, Style.TICK)).max().orElse(0);
    return (int) Math.min(LONGEST_NAME, Math.ceil(widest)) + 2 * GAP;
  }

  private int column() {
    var widest =
        grid.values().stream()
            .mapToDouble(value -> Legend.width(Numbers.position(value), Style.TICK))
            .max()
            .orElse(0);
    return Math.max(LEAST_COLUMN, (int) Math.ceil(widest) + GAP);
  }

  private double score(String line, double value) {
    var point = grid.at(line, value);
    return point == null ? Double.NaN : mean(point) * shown.unit().factor();
  }

  private static double mean(Point point) {
    var summary = point.summary(Quantity.SCORE);
    return summary == null ? Double.NaN : summary.mean();
  }

  /// The best of a row that has several scores; NaN when it has not.
  private double best(double[] scores) {
    var finite = DoubleStream.of(scores).filter(Double::isFinite).sorted().toArray();
    if (finite.length < 2) {
      return Double.NaN;
    }
    return shown.higherIsBetter() ? finite[finite.length - 1] : finite[0];
  }
}
