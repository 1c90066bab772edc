package dev.millrace.reports.gate.interleaved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What one fork runs: a benchmark with a value for each of its params.
///
/// A param that has a value with a comma is left out, since JMH cannot be given such a value; then
/// a fork runs the benchmark with all values of that param.
public record Target(String benchmark, SortedMap<String, String> params) {
  private static final Pattern PARAM = Pattern.compile("  param \"(.*?)\" = \\{(.*)}");
  private static final String HEAD = "Benchmarks:";

  public Target {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /// The targets in what JMH prints for `-lp`, in its order.
  static List<Target> parse(List<String> lines) {
    var targets = new ArrayList<Target>();
    var current = new ArrayList<Target>();
    for (var line : lines.stream().dropWhile(each -> !isHead(each)).skip(1).toList()) {
      var param = PARAM.matcher(line);
      if (param.matches()) {
        var expanded = expand(current, param.group(1), List.of(param.group(2).split(", ", -1)));
        current.clear();
        current.addAll(expanded);
      } else if (!line.isBlank()) {
        targets.addAll(current);
        current.clear();
        current.add(new Target(line.strip(), new TreeMap<>()));
      }
    }
    targets.addAll(current);
    return targets;
  }

  private static boolean isHead(String line) {
    return line.startsWith(HEAD);
  }

  private static List<Target> expand(List<Target> targets, String name, List<String> values) {
    if (values.stream().anyMatch(value -> value.contains(","))) {
      return List.copyOf(targets);
    }
    return targets.stream()
        .flatMap(target -> values.stream().map(value -> target.with(name, value)))
        .toList();
  }

  private Target with(String name, String value) {
    var more = new TreeMap<>(params);
    more.put(name, value);
    return new Target(benchmark, more);
  }

  /// Whether a fork of this target measures a series.
  boolean covers(String name, Map<String, String> values) {
    return benchmark.equals(name) && values.entrySet().containsAll(params.entrySet());
  }

  /// The arguments by which JMH runs this target and no other.
  List<String> arguments() {
    var arguments = new ArrayList<String>();
    arguments.add("^" + Pattern.quote(benchmark) + "$");
    params.forEach((name, value) -> {
      arguments.add("-p");
      arguments.add(name + "=" + value);
    });
    return arguments;
  }

  @Override
  public String toString() {
    var values =
        params.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
    return values.isEmpty() ? benchmark : benchmark + " [" + values + "]";
  }
}
