package dev.millrace.reports.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the JSON of JMH, any version, into [Series].
///
/// Only `benchmark`, `mode` and `primaryMetric` with `score` and `scoreUnit` are required; all the
/// rest was added or dropped over JMH's life, and unknown keys are kept as they are. Records are
/// read one after another: beside what is kept of them, only one is in memory.
final class ResultReader {
  private static final Set<String> OF_RECORD =
      Set.of(
          "benchmark",
          "mode",
          "threads",
          "params",
          "jdkVersion",
          "primaryMetric",
          "secondaryMetrics");
  private static final Set<String> OF_METRIC =
      Set.of("score", "scoreError", "scoreUnit", "rawData", "rawDataHistogram");
  private static final Pattern PREFIX = Pattern.compile("^[^\\p{Alnum}_$]+");
  private static final String END_HINT =
      "JMH writes its file when the run ends, so the run was stopped; run it again";

  /// All longs up to it are doubles, so that a count loses nothing.
  private static final double MOST_SAMPLES = 0x1p53;

  private final JsonCursor cursor;

  private ResultReader(String file) {
    this.cursor = new JsonCursor(file);
  }

  /// The records of the file in its order; never empty.
  ///
  /// @throws UnreadableInputException naming file, line, column, cause and remedy
  static List<Series> read(Path file) {
    var reader = new ResultReader(file.toString());
    var series = JsonFile.readList(file, END_HINT, reader::series);
    if (series.isEmpty()) {
      throw new UnreadableInputException(
          file.toString(),
          new Json.Place(1, 1),
          "the list is empty: no benchmark ran; check the benchmark pattern");
    }
    return series;
  }

  private Series series(Json each) {
    var members = cursor.members(each, "not a JMH record");
    var primary = metric(cursor.required(each, "primaryMetric"));
    return new Series(
        identity(each, primary.unit()),
        primary,
        secondary(members.get("secondaryMetrics")),
        cursor.text(members.get("jdkVersion"), ""),
        rest(members, OF_RECORD));
  }

  private Identity identity(Json each, String unit) {
    var benchmark = cursor.text(cursor.required(each, "benchmark"));
    var mode = mode(cursor.required(each, "mode"), unit);
    var members = cursor.members(each, "not a JMH record");
    var threads = (int) cursor.number(members.get("threads"), 1);
    return new Identity(benchmark, mode, threads, params(members.get("params")), unit);
  }

  /// JMH runs `all` as four modes, each with a record of its own; should a record say `all`, its
  /// unit tells which it was.
  private Mode mode(Json at, String unit) {
    var label = cursor.text(at);
    if (label.equals("all")) {
      return unit.startsWith("ops/") ? Mode.THROUGHPUT : Mode.AVERAGE_TIME;
    }
    var mode = Mode.ofLabel(label);
    if (mode == null) {
      throw cursor.error(at, "the mode is none of JMH's (thrpt, avgt, sample, ss)");
    }
    return mode;
  }

  private static Map<String, String> rest(Map<String, Json> members, Set<String> known) {
    var rest = new LinkedHashMap<String, String>();
    members.forEach((key, value) -> {
      if (!known.contains(key)) {
        rest.put(key, JsonText.of(value));
      }
    });
    return rest;
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
    var plain = PREFIX.matcher(name).replaceFirst("");
    return plain.isEmpty() ? name : plain;
  }

  private Metric metric(Json at) {
    var members = cursor.members(at, "not a JMH metric");
    var score = cursor.number(cursor.required(at, "score"));
    var unit = cursor.text(cursor.required(at, "scoreUnit"));
    var error = cursor.number(members.get("scoreError"), Double.NaN);
    return new Metric(score, error, unit, rows(members), rest(members, OF_METRIC));
  }

  private List<Fork> rows(Map<String, Json> metric) {
    var histograms = metric.get("rawDataHistogram");
    return histograms == null
        ? forks(metric.get("rawData"), row -> new Scores(cursor.numbers(row)))
        : forks(histograms, row -> cursor.elements(row).stream().map(this::histogram).toList());
  }

  private List<Fork> forks(@Nullable Json rows, Function<Json, List<Iteration>> iterations) {
    return cursor.optionalElements(rows).stream()
        .map(row -> new Fork(iterations.apply(row)))
        .toList();
  }

  private Iteration histogram(Json at) {
    var bins = new ArrayList<Iteration.Bin>();
    for (var pair : cursor.elements(at)) {
      var sides = cursor.numbers(pair);
      if (sides.length != 2) {
        throw cursor.error(pair, "a histogram entry should be [value, count]");
      }
      bins.add(new Iteration.Bin(sides[0], count(pair, sides[1])));
    }
    return new Iteration.Histogram(bins);
  }

  private long count(Json at, double count) {
    if (!(count >= 0 && count <= MOST_SAMPLES)) {
      throw cursor.error(at, "a count of samples is a number from 0 up");
    }
    return (long) count;
  }
}
