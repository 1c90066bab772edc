package dev.millrace.reports.study;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// A series with everything that may set it apart from its neighbours, as text by name.
///
/// Names of our own hold a space, so they never meet the name of a param.
record Traits(Series series, Map<String, String> values) {
  /// The benchmark method.
  static final String METHOD = "the method";

  /// JMH's thread count.
  static final String THREADS = "JMH threads";

  /// The file a series comes from, where the same series comes from several.
  static final String SOURCE = "result file";

  /// The value of a trait, empty where the series has none.
  String get(String trait) {
    return values.getOrDefault(trait, "");
  }

  /// The traits of all series. The same series met again is told apart by its source.
  static List<Traits> of(List<ResultFile> files) {
    var met = new HashMap<Identity, Integer>();
    for (var file : files) {
      file.series().forEach(each -> met.merge(each.identity(), 1, Integer::sum));
    }
    var all = new ArrayList<Traits>();
    for (var file : files) {
      var inFile = new HashMap<Identity, Integer>();
      for (var each : file.series()) {
        var nth = inFile.merge(each.identity(), 1, Integer::sum);
        var repeated = met.getOrDefault(each.identity(), 1) > 1;
        all.add(of(each, repeated ? source(file, files, nth) : ""));
      }
    }
    return all;
  }

  private static Traits of(Series series, String source) {
    var values = new LinkedHashMap<String, String>();
    values.put(METHOD, series.identity().method());
    values.putAll(series.identity().params());
    values.put(THREADS, String.valueOf(series.identity().threads()));
    values.put(SOURCE, source);
    return new Traits(series, values);
  }

  /// The file's name; where two files have the same, what sets their paths apart.
  private static String source(ResultFile file, List<ResultFile> files, int nth) {
    var name = String.valueOf(file.path().getFileName());
    var alike =
        files.stream()
            .map(ResultFile::path)
            .filter(path -> name.equals(String.valueOf(path.getFileName())))
            .distinct()
            .toList();
    var label = alike.size() > 1 ? distinguishing(file.path(), alike) : name;
    return nth > 1 ? label + " #" + nth : label;
  }

  private static String distinguishing(Path path, List<Path> alike) {
    var parts = parts(path);
    var all = alike.stream().map(Traits::parts).toList();
    var from = 0;
    while (agree(all, parts, from)) {
      from++;
    }
    var others = all.stream().map(List::reversed).toList();
    var upTo = 0;
    while (agree(others, parts.reversed(), upTo)) {
      upTo++;
    }
    var end = Math.max(from, parts.size() - upTo);
    var middle = String.join("/", parts.subList(from, end));
    return middle.isEmpty() ? path.toString() : middle;
  }

  private static boolean agree(List<List<String>> all, List<String> parts, int index) {
    return index < parts.size()
        && all.stream()
            .allMatch(each -> index < each.size() && each.get(index).equals(parts.get(index)));
  }

  private static List<String> parts(Path path) {
    return StreamSupport.stream(path.toAbsolutePath().normalize().spliterator(), false)
        .map(Path::toString)
        .toList();
  }
}
