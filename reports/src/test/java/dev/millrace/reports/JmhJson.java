package dev.millrace.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes JMH result files for tests, one record for each benchmark.
public final class JmhJson {
  private JmhJson() {}

  /// A record of average time in ms/op, each array the iterations of one fork.
  public static String averageTime(String method, double[]... forks) {
    return record("org.example.Bench." + method, "avgt", "ms/op", forks);
  }

  /// A record of any mode and unit.
  public static String record(String benchmark, String mode, String unit, double[]... forks) {
    return record(benchmark, mode, unit, Map.of(), forks);
  }

  /// A record with params.
  public static String record(
      String benchmark, String mode, String unit, Map<String, String> params, double[]... forks) {
    var raw = Arrays.stream(forks).map(JmhJson::row).collect(Collectors.joining(", ", "[", "]"));
    var mean = Arrays.stream(forks).flatMapToDouble(Arrays::stream).average().orElse(Double.NaN);
    return """
    {"benchmark": "%s", "mode": "%s", "threads": 1, "forks": %d, "params": {%s},
     "primaryMetric": {"score": %s, "scoreUnit": "%s", "rawData": %s},
     "secondaryMetrics": {}}\
    """
        .formatted(benchmark, mode, forks.length, members(params), number(mean), unit, raw);
  }

  /// The record with a secondary metric besides.
  public static String with(String record, String name, String unit, double[]... forks) {
    var raw = Arrays.stream(forks).map(JmhJson::row).collect(Collectors.joining(", ", "[", "]"));
    var mean = Arrays.stream(forks).flatMapToDouble(Arrays::stream).average().orElse(Double.NaN);
    var metric =
        "\"%s\": {\"score\": %s, \"scoreUnit\": \"%s\", \"rawData\": %s}"
            .formatted(name, number(mean), unit, raw);
    var isFirst = record.contains("\"secondaryMetrics\": {}");
    return record.replace(
        "\"secondaryMetrics\": {", "\"secondaryMetrics\": {" + metric + (isFirst ? "" : ", "));
  }

  /// One fork for each number, each of a single iteration.
  public static double[][] forks(double... means) {
    return Arrays.stream(means).mapToObj(mean -> new double[] {mean}).toArray(double[][]::new);
  }

  /// Writes the records as a result file.
  public static Path write(Path file, String... records) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.writeString(file, "[\n" + String.join(",\n", records) + "\n]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String members(Map<String, String> params) {
    return params.entrySet().stream()
        .map(each -> "\"%s\": \"%s\"".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String row(double[] iterations) {
    return Arrays.stream(iterations)
        .mapToObj(JmhJson::number)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.valueOf(value) : "\"NaN\"";
  }
}
