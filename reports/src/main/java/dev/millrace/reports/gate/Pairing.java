package dev.millrace.reports.gate;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which benchmarks that are gone were probably renamed.
///
/// A benchmark that is gone and one that is new are a pair when they have the same modes, threads,
/// params and units, and nothing else like them is gone or new. Among several of one shape, those
/// with class and method in another package are looked for first, then the same method, then the
/// same class.
final class Pairing {
  private static final List<Function<Identity, String>> LIKENESSES =
      List.of(
          identity -> identity.className() + "." + identity.method(),
          Identity::method,
          Identity::qualifiedClass,
          _ -> "");

  private final List<Benchmark> gone;
  private final List<Benchmark> added;
  private final Map<String, String> names = new LinkedHashMap<>();

  /// A benchmark with all its series.
  private record Benchmark(Identity first, Set<Shape> shapes) {}

  /// A series without its name.
  private record Shape(String mode, int threads, SortedMap<String, String> params, String unit) {}

  private record Likeness(String name, Set<Shape> shapes) {}

  private Pairing(List<Benchmark> before, List<Benchmark> after) {
    this.gone = without(before, after);
    this.added = without(after, before);
  }

  /// The new name of each benchmark that seems to be renamed, by its old name.
  static Map<String, String> of(Collection<Series> before, Collection<Series> after) {
    var pairing = new Pairing(benchmarks(before), benchmarks(after));
    LIKENESSES.forEach(pairing::pair);
    return pairing.names;
  }

  private static List<Benchmark> benchmarks(Collection<Series> series) {
    return series.stream()
        .map(Series::identity)
        .collect(Collectors.groupingBy(Identity::benchmark))
        .values()
        .stream()
        .map(all ->
            new Benchmark(
                all.getFirst(), all.stream().map(Pairing::shape).collect(Collectors.toSet())))
        .toList();
  }

  private static Shape shape(Identity identity) {
    return new Shape(
        identity.mode().label(), identity.threads(), identity.params(), identity.unit());
  }

  private static List<Benchmark> without(List<Benchmark> all, List<Benchmark> others) {
    var names = others.stream().map(each -> each.first().benchmark()).collect(Collectors.toSet());
    return new ArrayList<>(
        all.stream().filter(each -> !names.contains(each.first().benchmark())).toList());
  }

  private void pair(Function<Identity, String> likeness) {
    var olds = alike(gone, likeness);
    var news = alike(added, likeness);
    olds.forEach((key, old) -> {
      var fresh = news.getOrDefault(key, List.of());
      if (old.size() == 1 && fresh.size() == 1) {
        gone.removeAll(old);
        added.removeAll(fresh);
        names.put(old.getFirst().first().benchmark(), fresh.getFirst().first().benchmark());
      }
    });
  }

  private static Map<Likeness, List<Benchmark>> alike(
      List<Benchmark> benchmarks, Function<Identity, String> likeness) {
    return benchmarks.stream()
        .collect(
            Collectors.groupingBy(
                each -> new Likeness(likeness.apply(each.first()), each.shapes())));
  }
}
