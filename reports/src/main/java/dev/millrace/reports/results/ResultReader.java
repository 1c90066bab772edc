package dev.millrace.reports.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns the JSON of JMH, any version, into [Series].
///
/// Only `benchmark`, `mode` and `primaryMetric` with `score` and `scoreUnit` are required; all the
/// rest was added or dropped over JMH's life, and unknown keys are passed over.
final class ResultReader {
  private static final String END_HINT =
      "JMH writes its file when the run ends, so the run was stopped; run it again";

  private final JsonCursor cursor;

  private ResultReader(String file) {
    this.cursor = new JsonCursor(file);
  }

  /// The records of the file in its order; never empty.
  ///
  /// @throws UnreadableInputException naming file, line, column, cause and remedy
  static List<Series> read(Path file) {
    var root = JsonFile.read(file, END_HINT);
    var reader = new ResultReader(file.toString());
    var series = new ArrayList<Series>();
    for (var each : reader.records(root)) {
      series.add(reader.series(each));
    }
    return series;
  }

  private List<Json> records(Json root) {
    if (!(root instanceof Json.Elements(_, var values))) {
      throw cursor.error(root, "not a JMH file: it should be a list of benchmark records");
    }
    if (values.isEmpty()) {
      throw cursor.error(root, "the list is empty: no benchmark ran; check the benchmark pattern");
    }
    return values;
  }

  private Series series(Json each) {
    var members = cursor.members(each, "not a JMH record");
    var primary = metric(cursor.required(each, "primaryMetric"));
    var jdk = cursor.text(members.get("jdkVersion"), "");
    return new Series(
        identity(each, primary.unit()), primary, secondary(members.get("secondaryMetrics")), jdk);
  }

  private Identity identity(Json each, String unit) {
    var benchmark = cursor.text(cursor.required(each, "benchmark"));
    var modeAt = cursor.required(each, "mode");
    var mode = Mode.ofLabel(cursor.text(modeAt));
    if (mode == null) {
      throw cursor.error(modeAt, "the mode is none of JMH's (thrpt, avgt, sample, ss)");
    }
    var members = cursor.members(each, "not a JMH record");
    var threads = (int) cursor.number(members.get("threads"), 1);
    return new Identity(benchmark, mode, threads, params(members.get("params")), unit);
  }

  private SortedMap<String, String> params(@Nullable Json at) {
    var params = new TreeMap<String, String>();
    for (var param : cursor.optional(at).entrySet()) {
      params.put(param.getKey(), cursor.scalar(param.getValue()));
    }
    return params;
  }

  private Map<String, Metric> secondary(@Nullable Json at) {
    var metrics = new TreeMap<String, Metric>();
    for (var metric : cursor.optional(at).entrySet()) {
      metrics.put(plainName(metric.getKey()), metric(metric.getValue()));
    }
    return metrics;
  }

  /// The name without JMH's leading middle dot, however its encoding has come through.
  private static String plainName(String name) {
    var plain = name.replaceFirst("^[^\\p{Alnum}_$]+", "");
    return plain.isEmpty() ? name : plain;
  }

  private Metric metric(Json at) {
    var members = cursor.members(at, "not a JMH metric");
    var score = cursor.number(cursor.required(at, "score"));
    var unit = cursor.text(cursor.required(at, "scoreUnit"));
    var histograms = members.get("rawDataHistogram");
    var forks = histograms == null ? scores(members.get("rawData")) : histograms(histograms);
    return new Metric(score, unit, forks);
  }

  private List<Fork> scores(@Nullable Json rows) {
    var forks = new ArrayList<Fork>();
    for (var row : cursor.optionalElements(rows)) {
      var iterations = new ArrayList<Iteration>();
      for (var value : cursor.elements(row)) {
        iterations.add(new Iteration.Score(cursor.number(value)));
      }
      addUnlessEmpty(forks, iterations);
    }
    return forks;
  }

  private List<Fork> histograms(Json rows) {
    var forks = new ArrayList<Fork>();
    for (var row : cursor.elements(rows)) {
      var iterations = new ArrayList<Iteration>();
      for (var iteration : cursor.elements(row)) {
        iterations.add(histogram(iteration));
      }
      addUnlessEmpty(forks, iterations);
    }
    return forks;
  }

  private Iteration histogram(Json at) {
    var bins = new ArrayList<Iteration.Bin>();
    for (var pair : cursor.elements(at)) {
      var sides = cursor.elements(pair);
      if (sides.size() != 2) {
        throw cursor.error(pair, "a histogram entry should be [value, count]");
      }
      bins.add(new Iteration.Bin(cursor.number(sides.get(0)), (long) cursor.number(sides.get(1))));
    }
    return new Iteration.Histogram(bins);
  }

  private static void addUnlessEmpty(List<Fork> forks, List<Iteration> iterations) {
    if (iterations.stream().anyMatch(ResultReader::hasValue)) {
      forks.add(new Fork(iterations));
    }
  }

  private static boolean hasValue(Iteration iteration) {
    return switch (iteration) {
      case Iteration.Score _ -> true;
      case Iteration.Histogram(var bins) -> !bins.isEmpty();
    };
  }
}
