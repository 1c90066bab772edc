package dev.millrace.reports.chart;

import dev.millrace.reports.text.Decimal;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// Draws a [ColourScale] with the numbers that it stands for, and what they are.
record ScaleKey(ColourScale scale, String label) {
  /// The height it needs.
  static final int HEIGHT = 46;

  private static final int WIDTH = 320;
  private static final int THICK = 12;
  private static final int TICKS = 4;

  /// Draws it at the left end of a place.
  void draw(Graphics2D graphics, Rectangle2D place) {
    var left = place.getX() + 20;
    var top = place.getY() + 16;
    graphics.setPaint(Style.INK);
    graphics.setFont(Style.TICK);
    var words = scale.logarithmic() ? label + " (log scale)" : label;
    graphics.drawString(words, (float) left, (float) top - 5);
    for (var x = 0; x < WIDTH; x += 2) {
      graphics.setPaint(ColourScale.at(x / (WIDTH - 2.0)));
      graphics.fill(new Rectangle2D.Double(left + x, top, 2, THICK));
    }
    graphics.setPaint(Style.INK);
    graphics.setFont(Style.NOTE);
    for (var tick = 0; tick <= TICKS; tick++) {
      var text = Decimal.significant(scale.value((double) tick / TICKS), 3);
      var x = left + (double) WIDTH * tick / TICKS - Legend.width(text, Style.NOTE) / 2;
      graphics.drawString(text, (float) x, (float) (top + THICK + 13));
    }
  }
}
