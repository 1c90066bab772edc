package dev.millrace.reports.study;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  ///
  /// @param names of the files
  static List<Traits> of(List<ResultFile> files, List<String> names) {
    var met = new HashMap<Identity, Integer>();
    for (var file : files) {
      file.series().forEach(each -> met.merge(each.identity(), 1, Integer::sum));
    }
    var all = new ArrayList<Traits>();
    for (var i = 0; i < files.size(); i++) {
      var inFile = new HashMap<Identity, Integer>();
      for (var each : files.get(i).series()) {
        var nth = inFile.merge(each.identity(), 1, Integer::sum);
        var repeated = met.getOrDefault(each.identity(), 1) > 1;
        var source = nth > 1 ? names.get(i) + " #" + nth : names.get(i);
        all.add(of(each, repeated ? source : ""));
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
}
