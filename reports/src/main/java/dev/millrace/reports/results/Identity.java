package dev.millrace.reports.results;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What makes two measurements the same series: benchmark, mode, JMH threads, every param, unit.
///
/// The direction follows from the mode. Params are ordered by name, so that equal ones are equal.
public record Identity(
    String benchmark, Mode mode, int threads, SortedMap<String, String> params, String unit) {
  private static final int LONGEST_FILE_NAME = 200;

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

  /// The name that JMH and its profilers give to files of this series, without an ending. One that
  /// is too long for a file system is cut and ends in its hash.
  public String fileName() {
    var name = new StringBuilder(encoded(benchmark)).append('-').append(mode.jmhName());
    params.forEach(
        (key, value) -> name.append('-').append(encoded(key)).append('-').append(encoded(value)));
    return name.length() <= LONGEST_FILE_NAME
        ? name.toString()
        : String.format(
            Locale.ROOT,
            "%s-%08x",
            name.substring(0, LONGEST_FILE_NAME),
            name.toString().hashCode());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
