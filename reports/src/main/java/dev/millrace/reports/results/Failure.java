package dev.millrace.reports.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A fork that left no result. JMH itself passes over such forks in silence; what ran them keeps
/// them in a `failures.json` beside the results.
///
/// @param params the values of its params; where the fork was to measure several one after the
///   other, all of them, separated by commas
/// @param reason why, in one line
public record Failure(String benchmark, Map<String, String> params, String reason) {
  /// The name of the file, in the folder of the results.
  public static final String FILE = "failures.json";

  public Failure {
    params = Map.copyOf(params);
  }

  /// The failures in a file; none when there is no such file.
  ///
  /// @throws UnreadableInputException when it is not what its name says
  static List<Failure> read(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    var cursor = new JsonCursor(file.toString());
    return JsonFile.readList(
        file, "delete it or run the benchmarks again", each -> read(each, cursor));
  }

  private static Failure read(Json each, JsonCursor cursor) {
    var members = cursor.members(each, "a failure is an object");
    var params = new TreeMap<String, String>();
    cursor
        .optional(members.get("params"))
        .forEach((name, value) -> params.put(name, cursor.scalar(value)));
    return new Failure(
        cursor.text(cursor.required(each, "benchmark")),
        params,
        cursor.text(members.get("reason"), "no reason is recorded"));
  }

  /// Whether the fork was to measure a series.
  boolean isOf(Identity series) {
    return benchmark.equals(series.benchmark())
        && series.params().entrySet().stream()
            .allMatch(param -> has(params.get(param.getKey()), param.getValue()));
  }

  private static boolean has(@Nullable String values, String value) {
    return values != null && (values.equals(value) || List.of(values.split(",")).contains(value));
  }

  @Override
  public String toString() {
    return benchmark + (params.isEmpty() ? "" : " " + new TreeMap<>(params)) + ": " + reason;
  }
}
