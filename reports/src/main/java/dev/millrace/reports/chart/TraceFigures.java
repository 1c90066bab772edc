package dev.millrace.reports.chart;

import dev.millrace.reports.chart.BoundsChart.Curve;
import dev.millrace.reports.chart.Figure.Cell;
import dev.millrace.reports.chart.Figure.Heading;
import dev.millrace.reports.trace.Gain;
import dev.millrace.reports.trace.Idle;
import dev.millrace.reports.trace.Projection;
import dev.millrace.reports.trace.Projection.Check;
import dev.millrace.reports.trace.Trace;
import dev.millrace.reports.trace.Unit;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/// The pictures of one traced run: speed-up within its bounds and projected, workers against time,
/// and what faster actions would save.
public final class TraceFigures {
  private static final int LEFT = 8;
  private static final int TOP = 50;

  /// Actions that save less are in the numbers alone.
  private static final double LEAST_GAIN = 0.002;

  private static final Color HERE = new Color(0x0072B2);
  private static final Color MORE = new Color(0xE69F00);

  private final Trace trace;
  private final FigureNames names;
  private final String run;

  private TraceFigures(Trace trace, FigureNames names) {
    this.trace = trace;
    this.names = names;
    this.run = trace.description().engine() + ", " + trace.description().plan();
  }

  /// The figures of a trace; that of gains only where actions have shares.
  public static List<Figure> of(
      Trace trace, Projection projection, List<Gain> gains, FigureNames names) {
    var figures = new TraceFigures(trace, names);
    var all = new ArrayList<Figure>();
    all.add(figures.bounds(projection));
    all.add(figures.timeline());
    if (!gains.isEmpty()) {
      all.add(figures.gains(gains));
    }
    return all;
  }

  private Figure bounds(Projection projection) {
    var heading =
        new Heading(
            run + ": speed-up, bounds, projection",
            "bounds and projection from one traced run at parallelism "
                + trace.description().parallelism()
                + ", hand-over "
                + Axes.number().format(trace.handOff())
                + " ns");
    var place = new Rectangle(LEFT, TOP, 620, 440);
    var cell = new Cell(BoundsChart.of(projection)::draw, place, "", bounded(projection));
    return figure("bounds", heading, cell);
  }

  private List<Datum> bounded(Projection projection) {
    var data = new ArrayList<Datum>();
    for (var curve : Curve.ALL) {
      for (var point : projection.points()) {
        var speedUp = curve.speedUp(projection, point);
        data.add(datum("speed-up", curve.name(), text(point.cores()), "mean", speedUp, "×"));
      }
    }
    for (var check : projection.checks()) {
      var line = check.traced() ? "traced" : "measured";
      var at = text(check.cores());
      var speedUp = projection.baseline() / check.measured();
      data.add(datum("speed-up", line, at, check.traced() ? "traced" : "median", speedUp, "×"));
      data.add(error(check, line, at));
    }
    return data;
  }

  private Datum error(Check check, String line, String at) {
    return datum("error of the projection", line, at, "error", check.error(), "share");
  }

  private Figure timeline() {
    var drawing = new Timeline(trace);
    var heading =
        new Heading(
            run + ": who did what, when",
            "one traced run at parallelism " + trace.description().parallelism());
    var data = new ArrayList<Datum>();
    for (var worker : trace.workers()) {
      for (var segment : trace.description().segments()) {
        var busy =
            trace.units().stream()
                .filter(unit -> unit.worker() == worker && unit.segment() == segment.segment())
                .mapToLong(Unit::duration)
                .sum();
        data.add(
            datum("time busy", segment.words(), "worker " + worker, "sum", (double) busy, "ns"));
      }
    }
    for (var each : Idle.of(trace).during()) {
      data.add(datum("time idle meanwhile", each.where(), "", "sum", each.time(), "ns"));
    }
    var place = new Rectangle(LEFT, TOP, 900, drawing.height());
    return figure("timeline", heading, new Cell(drawing, place, "", data));
  }

  private Figure gains(List<Gain> gains) {
    var here = "at " + trace.description().parallelism();
    var more = "at " + Gain.MORE + " cores";
    var kinds = List.of(new StackedBars.Kind(here, HERE), new StackedBars.Kind(more, MORE));
    var rows = new ArrayList<StackedBars.Row>();
    var data = new ArrayList<Datum>();
    for (var gain : gains) {
      if (Math.max(gain.saved(), gain.savedAtMore()) >= LEAST_GAIN || rows.isEmpty()) {
        rows.add(new StackedBars.Row(gain.action(), List.of(gain.saved(), 0.0)));
        rows.add(new StackedBars.Row("", List.of(0.0, gain.savedAtMore())));
      }
      data.add(datum("run time saved", gain.action(), here, "projected", gain.saved(), "share"));
      data.add(
          datum("run time saved", gain.action(), more, "projected", gain.savedAtMore(), "share"));
      data.add(datum("share of the work", gain.action(), "", "sum", gain.share(), "share"));
    }
    var bars = new StackedBars(kinds, rows, "share of the run's time that is saved (projection)");
    var place = new Rectangle(LEFT, TOP, 760, bars.height());
    var heading =
        new Heading(
            run + ": if one action were twice as fast", "the traced units, shorter, replayed");
    return figure("what-if", heading, new Cell(bars.chart()::draw, place, "", data));
  }

  private Figure figure(String kind, Heading heading, Cell cell) {
    return new Figure(names.of("trace-" + run + "-" + kind), heading, List.of(cell), null);
  }

  private Datum datum(
      String quantity, String line, String at, String what, double value, String unit) {
    return new Datum(run, quantity, line, at, what, "", value, unit);
  }

  private static String text(int number) {
    return String.valueOf(number);
  }
}
