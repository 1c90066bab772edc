package dev.millrace.reports.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names the lines of a figure, in rows that fit its width.
final class Legend {
  private static final int ROW = 18;
  private static final int SAMPLE = 38;
  private static final int GAP = 18;
  private static final int LONGEST = 260;
  private static final FontRenderContext METRICS =
      new FontRenderContext(new AffineTransform(), true, true);

  private final List<List<Entry>> rows;

  /// A line's name and pen; the ideal line has no pen.
  private record Entry(String name, @Nullable Pen pen, double width) {}

  /// A legend for the lines that occur, in the order of their pens.
  Legend(Collection<Plot> plots, Pens pens, int width) {
    this(
        plots.stream().flatMap(plot -> plot.curves().stream()).map(Plot.Curve::name).toList(),
        plots.stream().anyMatch(plot -> !plot.ideal().isEmpty()),
        pens,
        width);
  }

  /// A legend for the lines that occur, and for the ideal line where there is one.
  Legend(List<String> present, boolean hasIdeal, Pens pens, int width) {
    var entries = new ArrayList<Entry>();
    for (var name : pens.names()) {
      if (present.contains(name)) {
        var shown = Figure.fitted(name, Style.TICK, LONGEST);
        entries.add(new Entry(shown, pens.of(name), width(shown, Style.TICK)));
      }
    }
    if (hasIdeal) {
      entries.add(new Entry("ideal", null, width("ideal", Style.TICK)));
    }
    this.rows = wrap(entries, width);
  }

  /// The height it needs.
  int height() {
    return rows.size() * ROW;
  }

  /// Draws the rows downwards from a corner.
  void draw(Graphics2D graphics, double left, double top) {
    graphics.setFont(Style.TICK);
    for (var row = 0; row < rows.size(); row++) {
      var x = left;
      var middle = top + row * ROW + ROW / 2.0;
      for (var entry : rows.get(row)) {
        draw(graphics, entry, x, middle);
        x += SAMPLE + 6 + entry.width() + GAP;
      }
    }
  }

  private static void draw(Graphics2D graphics, Entry entry, double x, double middle) {
    var line = new Line2D.Double(x, middle, x + SAMPLE, middle);
    var pen = entry.pen();
    if (pen == null) {
      graphics.setPaint(Style.IDEAL);
      graphics.setStroke(Pen.stroke(1f));
      graphics.draw(line);
    } else {
      graphics.setPaint(pen.colour());
      graphics.setStroke(pen.stroke());
      graphics.draw(line);
      var at = AffineTransform.getTranslateInstance(x + SAMPLE / 2.0, middle);
      var marker = at.createTransformedShape(pen.marker());
      graphics.setPaint(Style.PAPER);
      graphics.fill(marker);
      graphics.setPaint(pen.colour());
      graphics.setStroke(Pen.stroke(1.3f));
      graphics.draw(marker);
    }
    graphics.setPaint(Style.INK);
    graphics.drawString(entry.name(), (float) (x + SAMPLE + 6), (float) middle + 4);
  }

  /// The width of a text as Java draws it.
  static double width(String text, Font font) {
    return font.getStringBounds(text, METRICS).getWidth();
  }

  private static List<List<Entry>> wrap(List<Entry> entries, int width) {
    var rows = new ArrayList<List<Entry>>();
    var used = Double.MAX_VALUE;
    for (var entry : entries) {
      var needed = SAMPLE + 6 + entry.width() + GAP;
      if (used + needed > width) {
        rows.add(new ArrayList<>());
        used = 0;
      }
      rows.getLast().add(entry);
      used += needed;
    }
    return rows;
  }
}
