package dev.millrace.reports.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The scores of warm-up iterations, which JMH leaves out of its JSON.
///
/// They are read from `warmup.json` in the folder of the results: a list of objects with
/// `benchmark`, `mode`, `threads`, `params`, `unit`, and `forks`, a list of scores for each row of
/// the raw data. Where there is none they are read from what JMH has printed ([JmhLog]), if that
/// was kept in `NAME.log` beside `NAME.json`.
public final class WarmUps {
  /// The name of the file, in the folder of the results.
  public static final String FILE = "warmup.json";

  private WarmUps() {}

  /// The one file that tells of the warm-up of some results; none where there is none.
  public static List<Path> beside(Path results) {
    var log = String.valueOf(results.getFileName()).replaceFirst("(\\.json)?$", ".log");
    return Stream.of(FILE, log)
        .map(results::resolveSibling)
        .filter(Files::isRegularFile)
        .limit(1)
        .toList();
  }

  /// The same results with the warm-up of those series of which a file tells, and with a note on
  /// the others if there is such a file.
  ///
  /// @throws UnreadableInputException when it is not what its name says
  public static ResultFile addedTo(ResultFile file) {
    var result = file;
    for (var source : beside(file.path())) {
      result = added(file, source);
    }
    return result;
  }

  private static ResultFile added(ResultFile file, Path source) {
    Function<Series, List<Fork>> warmUps =
        source.endsWith(FILE) ? read(source) : JmhLog.read(source)::warmUpOf;
    var series = new ArrayList<Series>();
    var untold = new ArrayList<String>();
    for (var each : file.series()) {
      var warmUp = warmUps.apply(each);
      series.add(with(each, warmUp));
      if (warmUp.isEmpty()) {
        untold.add(each.identity().label());
      }
    }
    var notes = new ArrayList<>(file.notes());
    if (!untold.isEmpty()) {
      notes.add(
          source.getFileName()
              + " does not tell of the warm-up of these forks (is it of another run?): "
              + Notes.named(untold));
    }
    return new ResultFile(file.path(), series, file.environment(), file.failures(), notes);
  }

  private static Series with(Series series, List<Fork> warmUp) {
    return new Series(
        series.identity(),
        series.primary(),
        series.secondary(),
        series.jdkVersion(),
        series.rest(),
        warmUp);
  }

  /// What a `warmup.json` tells of a series; nothing where it has another number of forks.
  private static Function<Series, List<Fork>> read(Path file) {
    var cursor = new JsonCursor(file.toString());
    var warmUps = new HashMap<Identity, List<Fork>>();
    JsonFile.readList(file, "delete it or run the benchmarks again", each -> each)
        .forEach(each -> warmUps.put(identity(each, cursor), forks(each, cursor)));
    return series -> {
      var forks = warmUps.getOrDefault(series.identity(), List.of());
      return forks.size() == series.primary().rows().size() ? forks : List.of();
    };
  }

  private static Identity identity(Json at, JsonCursor cursor) {
    var label = cursor.required(at, "mode");
    var mode = Mode.ofLabel(cursor.text(label));
    if (mode == null) {
      throw cursor.error(label, "the mode is none of JMH's (thrpt, avgt, sample, ss)");
    }
    var members = cursor.members(at, "a warm-up is an object");
    var params = new TreeMap<String, String>();
    cursor
        .optional(members.get("params"))
        .forEach((name, value) -> params.put(name, cursor.scalar(value)));
    return new Identity(
        cursor.text(cursor.required(at, "benchmark")),
        mode,
        (int) cursor.number(members.get("threads"), 1),
        params,
        cursor.text(cursor.required(at, "unit")));
  }

  private static List<Fork> forks(Json at, JsonCursor cursor) {
    return cursor.elements(cursor.required(at, "forks")).stream()
        .map(row -> new Fork(new Scores(cursor.numbers(row))))
        .toList();
  }
}
