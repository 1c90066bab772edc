package dev.millrace.reports.chart;

import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A figure in words, made of the means in it: where each line starts and ends, and how far it
/// turns between. Empty for a figure without means.
final class Alternative {
  private static final int MOST = 16;
  private static final int DIGITS = 3;

  private final Map<Chart, Map<String, List<Datum>>> charts = new LinkedHashMap<>();

  /// One of the charts of a figure.
  private record Chart(String panel, String quantity, String unit) {}

  private Alternative(List<Datum> data) {
    for (var each : data) {
      if (each.what().equals("mean")) {
        var chart = new Chart(each.panel(), each.quantity(), each.unit());
        charts
            .computeIfAbsent(chart, _ -> new LinkedHashMap<>())
            .computeIfAbsent(each.line(), _ -> new ArrayList<>())
            .add(each);
      }
    }
  }

  /// The words for some numbers.
  static String of(List<Datum> data) {
    return new Alternative(data).words();
  }

  private String words() {
    var said = new ArrayList<String>();
    charts.forEach((chart, lines) -> lines.forEach((_, line) -> said.add(words(chart, line))));
    var words = String.join("; ", said.subList(0, Math.min(MOST, said.size())));
    return said.size() > MOST ? words + "; and " + (said.size() - MOST) + " more lines" : words;
  }

  private String words(Chart chart, List<Datum> line) {
    var start = charts.size() == 1 ? "" : chart.panel() + ", " + chart.quantity() + ": ";
    var first = line.getFirst();
    var last = line.getLast();
    if (line.size() == 1) {
      return start + first.line() + " " + number(first) + " " + chart.unit() + place(first);
    }
    return start + first.line() + course(first, last) + ", " + chart.unit() + turn(line);
  }

  private static String course(Datum first, Datum last) {
    if (shown(first) == shown(last)) {
      return " is " + number(first) + place(first) + " and" + place(last);
    }
    var verb = last.value() < first.value() ? " falls from " : " goes from ";
    return verb + number(first) + place(first) + " to " + number(last) + place(last);
  }

  /// The extreme of a line, where it lies beyond both ends.
  private static String turn(List<Datum> line) {
    var ends = List.of(shown(line.getFirst()), shown(line.getLast()));
    var least = line.getFirst();
    var greatest = line.getFirst();
    for (var each : line) {
      least = each.value() < least.value() ? each : least;
      greatest = each.value() > greatest.value() ? each : greatest;
    }
    var low = ends.contains(shown(least)) ? "" : ", lowest " + number(least) + place(least);
    return ends.contains(shown(greatest))
        ? low
        : low + ", highest " + number(greatest) + place(greatest);
  }

  /// The number that the text of a datum names: what differs less is not told apart.
  private static double shown(Datum datum) {
    return Double.isFinite(datum.value()) ? Double.parseDouble(number(datum)) : datum.value();
  }

  private static String number(Datum datum) {
    return Decimal.significant(datum.value(), DIGITS);
  }

  private static String place(Datum datum) {
    return datum.position().isEmpty() ? "" : " at " + datum.position();
  }
}
