package dev.millrace.reports.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Writes [Series] as a JMH result file that JMH's readers open.
///
/// What was read from a file comes back equal from the one that is written: every double bit for
/// bit, empty rows, and keys that are unknown here. Not kept: the order of keys, the layout, the
/// digits beyond those that make a double, and the middle dot of old metric names.
public final class ResultWriter {
  private static final ObjectWriter LAYOUT = JsonMapper.shared().writerWithDefaultPrettyPrinter();

  private final JsonGenerator out;

  private ResultWriter(JsonGenerator out) {
    this.out = out;
  }

  /// Writes a file, replacing what is there.
  ///
  /// @throws UncheckedIOException when it cannot be written
  public static void write(Path file, Collection<Series> series) {
    try (var writer = Files.newBufferedWriter(file)) {
      write(writer, series);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes what failed of the result files of a folder, by their names, as the folder's
  /// `failures.json`.
  ///
  /// @throws UncheckedIOException when it cannot be written
  public static void writeFailures(Path folder, Map<String, List<Failure>> failures) {
    try (var writer = Files.newBufferedWriter(folder.resolve(Failure.FILE));
        var out = LAYOUT.createGenerator(writer)) {
      out.writeStartArray();
      failures.forEach((results, own) -> own.forEach(each -> failure(results, each, out)));
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void failure(String results, Failure failure, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty(Failure.RESULTS, results);
    out.writeStringProperty("benchmark", failure.benchmark());
    out.writeObjectPropertyStart("params");
    new TreeMap<>(failure.params()).forEach(out::writeStringProperty);
    out.writeEndObject();
    out.writeStringProperty("reason", failure.reason());
    out.writeEndObject();
  }

  static void write(Writer writer, Collection<Series> series) {
    try (var out = LAYOUT.createGenerator(writer)) {
      out.writeStartArray();
      series.forEach(new ResultWriter(out)::record);
      out.writeEndArray();
    }
  }

  private void record(Series series) {
    var identity = series.identity();
    out.writeStartObject();
    out.writeStringProperty("benchmark", identity.benchmark());
    out.writeStringProperty("mode", identity.mode().label());
    out.writeNumberProperty("threads", identity.threads());
    if (!series.jdkVersion().isEmpty()) {
      out.writeStringProperty("jdkVersion", series.jdkVersion());
    }
    rest(series.rest());
    if (!identity.params().isEmpty()) {
      out.writeObjectPropertyStart("params");
      identity.params().forEach(out::writeStringProperty);
      out.writeEndObject();
    }
    metric("primaryMetric", series.primary());
    out.writeObjectPropertyStart("secondaryMetrics");
    series.secondary().forEach(this::metric);
    out.writeEndObject();
    out.writeEndObject();
  }

  private void rest(Map<String, String> rest) {
    rest.forEach((key, json) -> {
      out.writeName(key);
      out.writeRawValue(json);
    });
  }

  private void metric(String name, Metric metric) {
    out.writeObjectPropertyStart(name);
    number("score", metric.score());
    number("scoreError", metric.error());
    rest(metric.rest());
    out.writeStringProperty("scoreUnit", metric.unit());
    if (!metric.rows().isEmpty()) {
      rows(metric.rows());
    }
    out.writeEndObject();
  }

  private void number(String key, double value) {
    out.writeName(key);
    JsonText.write(value, out);
  }

  private void rows(List<Fork> rows) {
    var sampled =
        rows.stream()
            .flatMap(row -> row.iterations().stream())
            .anyMatch(each -> each instanceof Iteration.Histogram);
    out.writeArrayPropertyStart(sampled ? "rawDataHistogram" : "rawData");
    for (var row : rows) {
      out.writeStartArray();
      row.iterations().forEach(this::iteration);
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private void iteration(Iteration iteration) {
    switch (iteration) {
      case Iteration.Score(var value) -> JsonText.write(value, out);
      case Iteration.Histogram(var bins) -> {
        out.writeStartArray();
        bins.forEach(this::bin);
        out.writeEndArray();
      }
    }
  }

  private void bin(Iteration.Bin bin) {
    out.writeStartArray();
    JsonText.write(bin.value(), out);
    out.writeNumber(bin.count());
    out.writeEndArray();
  }
}
