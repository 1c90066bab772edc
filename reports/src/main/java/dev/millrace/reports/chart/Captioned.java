package dev.millrace.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// A drawing with some short lines of text below it.
record Captioned(Drawing drawing, List<String> lines) implements Drawing {
  private static final int ROWS = 4;
  private static final int LINE = 13;
  private static final int INDENT = 30;

  Captioned {
    lines = List.copyOf(lines);
  }

  /// Room for four lines is kept, so that charts with fewer are as high as their neighbours.
  @Override
  public void draw(Graphics2D graphics, Rectangle2D place) {
    var height = place.getHeight() - ROWS * LINE;
    drawing.draw(
        graphics, new Rectangle2D.Double(place.getX(), place.getY(), place.getWidth(), height));
    graphics.setFont(Style.NOTE);
    graphics.setPaint(Style.INK);
    for (var i = 0; i < lines.size(); i++) {
      var text = Figure.fitted(lines.get(i), Style.NOTE, place.getWidth() - INDENT);
      var y = place.getY() + height + (i + 1) * LINE - 2;
      graphics.drawString(text, (float) place.getX() + INDENT, (float) y);
    }
  }
}
