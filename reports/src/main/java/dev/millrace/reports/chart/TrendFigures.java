package dev.millrace.reports.chart;

import dev.millrace.reports.chart.Figure.Cell;
import dev.millrace.reports.chart.Figure.Heading;
import dev.millrace.reports.trend.Course;
import dev.millrace.reports.trend.Trend;
import dev.millrace.reports.trend.TrendSentence;
import java.awt.Rectangle;
import java.util.List;

/// Draws the trend of one series as a [Figure].
public final class TrendFigures {
  private static final int NARROW = 620;
  private static final int WIDE = 900;
  private static final int MANY_RUNS = 100;

  private TrendFigures() {}

  /// The run chart of a series.
  public static Figure of(Trend trend, Course course, FigureNames names) {
    var plot = TrendPlot.of(trend, course);
    var width = plot.runs() > MANY_RUNS ? WIDE : NARROW;
    var place = new Rectangle(8, 50, width, 250);
    var title = course.track().identity().label();
    var cell = new Cell(TrendChart.of(plot)::draw, place, "", plot.data());
    var runs = course.track().values().size();
    var alternative = "the levels over " + runs + " runs";
    var heading = new Heading(title, TrendSentence.of(trend, course), alternative);
    return new Figure(names.of("trend-" + title), heading, List.of(cell), null);
  }
}
