package dev.millrace.reports.inspect;

import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Notes;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the forks of a result file tell of themselves, series by series.
///
/// @param notes what could not be inspected, and what is odd about the file
public record Inspections(
    Path file, Advice.Wish wish, List<Inspection> series, List<String> notes) {
  public Inspections {
    series = List.copyOf(series);
    notes = List.copyOf(notes);
  }

  /// The inspections of all series of a file that have a measure, in the order of the file.
  public static Inspections of(ResultFile file, List<Measure> measures, Advice.Wish wish) {
    var inspections = new ArrayList<Inspection>();
    var notes = new ArrayList<String>();
    for (var series : file.series()) {
      for (var measure : measures) {
        var metric = measure.of(series);
        if (metric == null) {
          continue;
        }
        var inspection = Inspection.of(series, measure.name(), metric, wish);
        if (inspection == null) {
          notes.add(problem(series, measure, metric));
        } else {
          inspections.add(inspection);
        }
      }
    }
    notes.addAll(Notes.of(file));
    return new Inspections(file.path(), wish, inspections, notes);
  }

  private static String problem(Series series, Measure measure, Metric metric) {
    return series.identity().label()
        + ": "
        + (metric.forks().isEmpty()
            ? "no raw data, so nothing is known but its " + measure.name() + " score"
            : "a number of its " + measure.name() + " is none: did the benchmark fail?");
  }
}
