package dev.millrace.reports.page;

import dev.millrace.reports.chart.Figure;
import dev.millrace.reports.chart.FigureNames;
import dev.millrace.reports.chart.TraceFigures;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.trace.Gain;
import dev.millrace.reports.trace.Idle;
import dev.millrace.reports.trace.Projection;
import dev.millrace.reports.trace.Trace;
import java.util.List;

/// A traced run, what was computed of it, and its pictures.
///
/// @param address of the copy of the trace, relative to the page
public record Traced(
    Trace trace,
    Projection projection,
    List<Gain> gains,
    Idle idle,
    List<Figure> figures,
    String address) {
  public Traced {
    gains = List.copyOf(gains);
    figures = List.copyOf(figures);
  }

  /// A trace with all that is made of it.
  public static Traced of(Trace trace, FigureNames names, String address) {
    var projection = Projection.of(trace);
    var gains = Gain.of(trace);
    var figures = TraceFigures.of(trace, projection, gains, names);
    return new Traced(trace, projection, gains, Idle.of(trace), figures, address);
  }

  /// The engine, the plan, and how parallel it ran.
  String title() {
    var run = trace.description();
    return run.engine() + ", " + run.plan() + ", parallelism " + run.parallelism();
  }

  /// Whether it is a run of a line of a panel: the engine is the line, and the plan has the name of
  /// the panel's job.
  boolean isOf(Panel panel, String line) {
    var plan = trace.description().plan().replaceFirst("\\.[^.]*$", "");
    return trace.description().engine().equals(line) && panel.title().equals(plan);
  }
}
