package dev.millrace.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// What can be drawn into a rectangle: a chart of JFreeChart, or a picture of our own.
@FunctionalInterface
interface Drawing {
  /// Draws itself; equal numbers give equal strokes.
  void draw(Graphics2D graphics, Rectangle2D place);
}
