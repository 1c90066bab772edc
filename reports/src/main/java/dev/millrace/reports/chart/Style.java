package dev.millrace.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;

/// Fonts and neutral colours of all charts.
public final class Style {
  static final Color INK = new Color(0x1F2933);
  static final Color FAINT = new Color(0x5B6670);
  static final Color GRID = new Color(0xE3E7EB);
  static final Color IDEAL = new Color(0x9AA5B1);
  static final Color PALE = new Color(0xC7CED6);
  static final Color PAPER = Color.WHITE;

  /// Of bars and boxes: stands out from paper, and ink stands out from it.
  static final Color BAR = new Color(0x6B90C0);

  /// Of the bar that all others are compared with.
  static final Color REFERENCE = new Color(0x8A949E);

  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  static final Font NOTE = new Font(Font.SANS_SERIF, Font.PLAIN, 10);

  private static final double LONGEST_NAME = 300;

  private Style() {}

  /// The axis, with these fonts for its label and its ticks, and in neutral colours.
  static <A extends Axis> A dressed(A axis, Font label, Font ticks) {
    axis.setLabelFont(label);
    axis.setLabelPaint(INK);
    axis.setTickLabelFont(ticks);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(FAINT);
    axis.setTickMarkPaint(FAINT);
    return axis;
  }

  /// Puts a plot on paper, with thin grid lines at the ticks of both axes.
  static void dress(XYPlot plot) {
    plot.setBackgroundPaint(PAPER);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(GRID);
    plot.setDomainGridlineStroke(Pen.stroke(1f));
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(Pen.stroke(1f));
  }

  /// Puts a plot on paper, with thin grid lines at the ticks of its vertical axis, or of the only
  /// one that has numbers.
  static void dressLevels(XYPlot plot) {
    dress(plot);
    plot.setDomainGridlinesVisible(false);
  }

  /// The names of rows from top to bottom; long ones are shortened.
  static SymbolAxis rows(List<String> names) {
    var shown = names.stream().map(name -> Figure.fitted(name, TICK, LONGEST_NAME));
    var axis = new SymbolAxis(null, shown.toArray(String[]::new));
    axis.setGridBandsVisible(false);
    axis.setInverted(true);
    axis.setRange(-0.6, names.size() - 0.4);
    axis.setTickMarksVisible(false);
    return dressed(axis, LABEL, TICK);
  }

  /// A plot as a chart on paper, without title and legend.
  static JFreeChart chart(XYPlot plot) {
    var chart = new JFreeChart(null, LABEL, plot, false);
    chart.setBackgroundPaint(PAPER);
    return chart;
  }

  /// Makes sure that text can be drawn.
  ///
  /// @throws NoFontException when this machine has no font at all
  public static void requireFonts() {
    System.setProperty("java.awt.headless", "true");
    try {
      if (GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length
          == 0) {
        throw new NoFontException();
      }
    } catch (RuntimeException | Error e) {
      throw new NoFontException(e);
    }
  }

  /// Says that no font is installed and what to do; charts cannot be drawn.
  public static final class NoFontException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String MESSAGE =
        "no font is installed, so charts cannot be drawn; install fontconfig and a font, "
            + "for example: apt-get install fontconfig fonts-dejavu-core";

    NoFontException() {
      super(MESSAGE);
    }

    NoFontException(Throwable cause) {
      super(MESSAGE, cause);
    }
  }
}
