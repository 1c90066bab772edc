package dev.millrace.reports.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A fork that left no result. JMH itself passes over such forks in silence; what ran them keeps
/// them in a `failures.json` beside the results. Where a folder has several result files, an entry
/// names its own by `results`.
///
/// @param params the values of its params; where the fork was to measure several one after the
///   other, all of them, separated by commas
/// @param reason why, in one line
public record Failure(String benchmark, Map<String, String> params, String reason) {
  /// The name of the file, in the folder of the results.
  public static final String FILE = "failures.json";

  /// The key that names the result file of an entry.
  static final String RESULTS = "results";

  public Failure {
    params = Map.copyOf(params);
  }

  /// The failures of a result file; none when there is no `failures.json` beside it.
  ///
  /// @throws UnreadableInputException when that is not what its name says
  static List<Failure> of(Path results) {
    var file = results.resolveSibling(FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    var cursor = new JsonCursor(file.toString());
    var name = String.valueOf(results.getFileName());
    return JsonFile.readList(
            file, "delete it or run the benchmarks again", each -> read(each, name, cursor))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /// The failure; none when it is that of another result file.
  private static List<Failure> read(Json each, String results, JsonCursor cursor) {
    var members = cursor.members(each, "a failure is an object");
    if (!cursor.text(members.get(RESULTS), results).equals(results)) {
      return List.of();
    }
    var params = new TreeMap<String, String>();
    cursor
        .optional(members.get("params"))
        .forEach((name, value) -> params.put(name, cursor.scalar(value)));
    return List.of(
        new Failure(
            cursor.text(cursor.required(each, "benchmark")),
            params,
            cursor.text(members.get("reason"), "no reason is recorded")));
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
