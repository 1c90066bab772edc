package dev.millrace.reports.doctor;

import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.Fork;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Iteration;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The two files that the gate compares, and how to change a copy of them.
record Sides(ResultFile baseline, ResultFile candidate) {

  /// What is left to inject faults into when the real differences are taken out: the series that
  /// both sides have once with positive scores, each candidate moved onto its baseline with its
  /// noise as it was; primary scores only; the baseline's environment for both.
  Sides withoutDifferences() {
    var olds = usable(baseline);
    var news = usable(candidate);
    olds.keySet().retainAll(news.keySet());
    var moved = new ArrayList<Series>();
    olds.forEach((identity, old) -> moved.add(onto(old, news.getOrDefault(identity, old))));
    return new Sides(
        with(baseline, List.copyOf(olds.values()), baseline.environment()),
        with(candidate, moved, baseline.environment()));
  }

  private static Map<Identity, Series> usable(ResultFile file) {
    var usable = new LinkedHashMap<Identity, Series>();
    var repeated = new ArrayList<Identity>();
    for (var each : file.series()) {
      var alone =
          new Series(each.identity(), each.primary(), Map.of(), each.jdkVersion(), each.rest());
      if (usable.put(each.identity(), alone) != null) {
        repeated.add(each.identity());
      }
    }
    usable.keySet().removeAll(repeated);
    usable.values().removeIf(each -> !isUsable(each.primary()));
    return usable;
  }

  private static boolean isUsable(Metric metric) {
    var means = metric.forkMeans();
    return means.length > 0
        && Arrays.stream(means).allMatch(mean -> mean > 0 && Double.isFinite(mean));
  }

  private static Series onto(Series old, Series fresh) {
    var factor = Math.exp(Noise.meanLog(old) - Noise.meanLog(fresh));
    var metric = times(fresh.primary(), factor);
    return new Series(old.identity(), metric, Map.of(), old.jdkVersion(), fresh.rest());
  }

  /// The series that a fault of a single one strikes: the first.
  Identity victim() {
    return baseline.series().getFirst().identity();
  }

  /// The same with every score of the candidate worse by a factor; below 1, better.
  Sides slower(double factor) {
    return replacing(each -> {
      var up = each.identity().mode().higherIsBetter();
      return Stream.of(with(each, times(each.primary(), up ? 1 / factor : factor)));
    });
  }

  /// The same with something else in the place of the victim in the candidate.
  Sides withVictim(Function<Series, Stream<Series>> change) {
    var victim = victim();
    return replacing(each -> each.identity().equals(victim) ? change.apply(each) : Stream.of(each));
  }

  private Sides replacing(Function<Series, Stream<Series>> change) {
    var series = candidate.series().stream().flatMap(change).toList();
    return new Sides(baseline, with(candidate, series, candidate.environment()));
  }

  /// The same, each side measured somewhere else.
  Sides measured(UnaryOperator<Environment> before, UnaryOperator<Environment> after) {
    return new Sides(
        with(baseline, baseline.series(), before.apply(baseline.environment())),
        with(candidate, candidate.series(), after.apply(candidate.environment())));
  }

  private static ResultFile with(ResultFile file, List<Series> series, Environment environment) {
    return new ResultFile(file.path(), series, environment);
  }

  private static Series with(Series series, Metric metric) {
    return new Series(
        series.identity(), metric, series.secondary(), series.jdkVersion(), series.rest());
  }

  static Series with(Series series, Identity identity) {
    return new Series(
        identity, series.primary(), series.secondary(), series.jdkVersion(), series.rest());
  }

  static Series with(Series series, List<Fork> rows) {
    var old = series.primary();
    return with(series, new Metric(old.score(), old.error(), old.unit(), rows, old.rest()));
  }

  private static Metric times(Metric metric, double factor) {
    var rows =
        metric.rows().stream()
            .map(row ->
                new Fork(row.iterations().stream().map(each -> times(each, factor)).toList()))
            .toList();
    return new Metric(
        metric.score() * factor, metric.error() * factor, metric.unit(), rows, metric.rest());
  }

  private static Iteration times(Iteration iteration, double factor) {
    return switch (iteration) {
      case Iteration.Score(var value) -> new Iteration.Score(value * factor);
      case Iteration.Histogram(var bins) ->
          new Iteration.Histogram(
              bins.stream()
                  .map(bin -> new Iteration.Bin(bin.value() * factor, bin.count()))
                  .toList());
    };
  }
}
