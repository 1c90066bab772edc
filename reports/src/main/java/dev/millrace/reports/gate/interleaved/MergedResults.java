package dev.millrace.reports.gate.interleaved;

import dev.millrace.reports.results.Aggregation;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.JmhScore;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Results of single forks put together as if JMH had run all forks at once.
///
/// Raw data keeps its bits. Averages and their errors are computed again over all iterations, as
/// JMH does it; what was a sum in each fork is the sum of them; percentiles and other numbers that
/// nobody can tell from parts are left out.
final class MergedResults {
  private static final String FORKS = "forks";

  private final Map<Identity, List<Series>> forks = new LinkedHashMap<>();

  /// Adds the series of one fork.
  void add(Collection<Series> fork) {
    fork.forEach(each -> forks.computeIfAbsent(each.identity(), _ -> new ArrayList<>()).add(each));
  }

  /// All series, in the order in which they came first.
  List<Series> series() {
    return forks.values().stream().map(MergedResults::merged).toList();
  }

  private static Series merged(List<Series> forks) {
    var first = forks.getFirst();
    var names = new TreeMap<String, List<Metric>>();
    for (var fork : forks) {
      fork.secondary()
          .forEach(
              (name, metric) -> names.computeIfAbsent(name, _ -> new ArrayList<>()).add(metric));
    }
    var secondary = new TreeMap<String, Metric>();
    names.forEach((name, metrics) -> secondary.put(name, metric(metrics)));
    var rest = new LinkedHashMap<>(first.rest());
    rest.put(FORKS, String.valueOf(forks.size()));
    return new Series(
        first.identity(),
        metric(forks.stream().map(Series::primary).toList()),
        secondary,
        first.jdkVersion(),
        rest);
  }

  private static Metric metric(List<Metric> parts) {
    var first = parts.getFirst();
    if (parts.size() == 1) {
      return first;
    }
    var rows = parts.stream().flatMap(part -> part.rows().stream()).toList();
    var pooled = new Metric(Double.NaN, first.unit(), rows);
    if (Aggregation.of(first) == Aggregation.SUM) {
      return new Metric(parts.stream().mapToDouble(Metric::score).sum(), first.unit(), rows);
    }
    var average = JmhScore.of(pooled);
    return new Metric(average.score(), average.error(), first.unit(), rows, Map.of());
  }
}
