package dev.millrace.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// How one line is drawn: colour, marker and dash, so that it is known by any one of the three.
///
/// The ten colours keep apart in normal sight and in simulated protanopia, deuteranopia and
/// tritanopia, and stand out from white by at least 3 to 1. After ten lines the colours come again
/// with other dashes.
public record Pen(Color colour, Shape marker, Stroke stroke) {
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x002BFF),
          new Color(0xBF8000),
          new Color(0x009FBF),
          new Color(0x991900),
          new Color(0xB266FF),
          new Color(0x260026),
          new Color(0x879963),
          new Color(0x734B58),
          new Color(0x130073),
          new Color(0x4C0000));
  private static final List<Shape> MARKERS =
      List.of(
          new Ellipse2D.Double(-3.6, -3.6, 7.2, 7.2),
          new Rectangle2D.Double(-3.3, -3.3, 6.6, 6.6),
          polygon(0, -4.4, 4.2, 3.3, -4.2, 3.3),
          polygon(0, -4.6, 4.6, 0, 0, 4.6, -4.6, 0),
          polygon(0, 4.4, 4.2, -3.3, -4.2, -3.3),
          cross(1.5, 4.2),
          turned(cross(1.5, 4.4)),
          polygon(4.4, 0, -3.3, 4.2, -3.3, -4.2),
          polygon(-4.4, 0, 3.3, 4.2, 3.3, -4.2),
          new Rectangle2D.Double(-2, -4.4, 4, 8.8));
  private static final List<float[]> DASHES =
      List.of(new float[0], new float[] {7, 3}, new float[] {2, 3}, new float[] {8, 3, 2, 3});
  private static final float WIDTH = 1.8f;

  /// How many colours there are before the first one comes again.
  public static final int DISTINCT = COLOURS.size();

  /// The pen of the n-th line, from 0.
  public static Pen of(int index) {
    var round = index / DISTINCT;
    var dash = DASHES.get((index + round) % DASHES.size());
    return new Pen(
        COLOURS.get(index % DISTINCT),
        MARKERS.get((index + round) % MARKERS.size()),
        stroke(WIDTH, dash));
  }

  static BasicStroke stroke(float width, float... dash) {
    return new BasicStroke(
        width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10f,
        dash.length == 0 ? null : dash,
        0f);
  }

  private static Shape polygon(double... xy) {
    var path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (var i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static Shape cross(double thin, double far) {
    return polygon(
        -thin, -far, thin, -far, thin, -thin, far, -thin, far, thin, thin, thin, thin, far, -thin,
        far, -thin, thin, -far, thin, -far, -thin, -thin, -thin);
  }

  private static Shape turned(Shape shape) {
    return AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(shape);
  }
}
