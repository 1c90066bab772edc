package dev.millrace.reports.results;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What makes two measurements the same series: benchmark, mode, JMH threads, every param, unit.
///
/// The direction follows from the mode. Params are ordered by name, so that equal ones are equal.
public record Identity(
    String benchmark, Mode mode, int threads, SortedMap<String, String> params, String unit) {
  public Identity {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /// The benchmark's class without its package, as `ScalingBenchmark`.
  public String className() {
    var dot = benchmark.lastIndexOf('.');
    var owner = dot < 0 ? benchmark : benchmark.substring(0, dot);
    return owner.substring(owner.lastIndexOf('.') + 1);
  }

  /// The benchmark's class with its package.
  public String qualifiedClass() {
    var dot = benchmark.lastIndexOf('.');
    return dot < 0 ? benchmark : benchmark.substring(0, dot);
  }

  /// The benchmark's method, as `run`.
  public String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /// One line that tells this series from its neighbours, as `Bench.run avgt ms/op [job=scan]`.
  public String label() {
    var name = className() + "." + method() + " " + mode.label() + " " + unit;
    var threaded = threads == 1 ? name : name + ", " + threads + " JMH threads";
    var label = params.isEmpty() ? threaded : threaded + " [" + paramText() + "]";
    return label.replaceAll("\\p{Cntrl}+", " ");
  }

  private String paramText() {
    return params.entrySet().stream().map(Identity::pair).collect(Collectors.joining(", "));
  }

  private static String pair(Map.Entry<String, String> param) {
    return param.getKey() + "=" + param.getValue();
  }
}
