package dev.millrace.reports.doctor;

import dev.millrace.reports.gate.Measure;
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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The two files that the gate compares, and how to change a copy of them.
record Sides(ResultFile baseline, ResultFile candidate) {

  /// Below so many times what a measure tells apart from nothing, a fault might not be seen.
  private static final double LEAST_FLOORS = 2;

  /// What is left to inject faults into when the real differences are taken out: the series that
  /// both sides have once with positive scores, and of these what is judged; each candidate moved
  /// onto its baseline with its noise as it was; the baseline's environment for both.
  Sides withoutDifferences(List<Measure> measures) {
    var olds = once(baseline);
    var news = once(candidate);
    olds.keySet().retainAll(news.keySet());
    var before = new ArrayList<Series>();
    var after = new ArrayList<Series>();
    olds.forEach((identity, old) -> {
      var fresh = news.getOrDefault(identity, old);
      if (isUsable(old.primary(), 0) && isUsable(fresh.primary(), 0)) {
        var kept = new TreeMap<String, Metric>();
        var moved = new TreeMap<String, Metric>();
        measures.forEach(measure -> keep(measure, old, fresh, kept, moved));
        before.add(with(old, old.primary(), kept));
        after.add(with(old, onto(old.primary(), fresh.primary()), moved));
      }
    });
    return new Sides(
        with(baseline, before, baseline.environment()),
        with(candidate, after, baseline.environment()));
  }

  private static Map<Identity, Series> once(ResultFile file) {
    var series = new LinkedHashMap<Identity, Series>();
    var repeated = new ArrayList<Identity>();
    for (var each : file.series()) {
      if (series.put(each.identity(), each) != null) {
        repeated.add(each.identity());
      }
    }
    series.keySet().removeAll(repeated);
    return series;
  }

  /// Keeps the secondary metric that a measure judges, under the baseline's name for it.
  private static void keep(
      Measure measure,
      Series old,
      Series fresh,
      Map<String, Metric> kept,
      Map<String, Metric> moved) {
    var before = old.secondary().get(measure.key(old));
    var after = fresh.secondary().get(measure.key(fresh));
    if (before != null
        && after != null
        && before.unit().equals(after.unit())
        && isUsable(before, measure.floor())
        && isUsable(after, measure.floor())) {
      kept.put(measure.key(old), before);
      moved.put(measure.key(old), onto(before, after));
    }
  }

  private static boolean isUsable(Metric metric, double floor) {
    var numbers = Measure.observations(metric);
    return !metric.forks().isEmpty()
        && Arrays.stream(numbers)
            .allMatch(each -> each > LEAST_FLOORS * floor && Double.isFinite(each));
  }

  private static Metric onto(Metric old, Metric fresh) {
    return times(fresh, Math.exp(Noise.meanLog(old) - Noise.meanLog(fresh)));
  }

  /// The series that a fault of a single one strikes: the first.
  Identity victim() {
    return baseline.series().getFirst().identity();
  }

  /// The same with all that is judged of the candidate worse by a factor; below 1, better.
  Sides slower(double factor) {
    return replacing(each -> {
      var secondary = new TreeMap<>(each.secondary());
      secondary.replaceAll((_, metric) -> worse(metric, Measure.isRate(metric), factor));
      var up = each.identity().mode().higherIsBetter();
      return Stream.of(with(each, worse(each.primary(), up, factor), secondary));
    });
  }

  private static Metric worse(Metric metric, boolean higherIsBetter, double factor) {
    return times(metric, higherIsBetter ? 1 / factor : factor);
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

  private static Series with(Series series, Metric primary, Map<String, Metric> secondary) {
    return new Series(series.identity(), primary, secondary, series.jdkVersion(), series.rest());
  }

  static Series with(Series series, Identity identity) {
    return new Series(
        identity, series.primary(), series.secondary(), series.jdkVersion(), series.rest());
  }

  static Series with(Series series, List<Fork> rows) {
    var old = series.primary();
    var primary = new Metric(old.score(), old.error(), old.unit(), rows, old.rest());
    return with(series, primary, series.secondary());
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
