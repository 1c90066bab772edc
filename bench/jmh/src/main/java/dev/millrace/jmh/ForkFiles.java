package dev.millrace.jmh;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;

/// Names of the files that forks leave. JMH does not tell a fork the how manieth of its benchmark
/// it is; so profilers count in JMH's own JVM, where they are made anew for each benchmark.
final class ForkFiles {
  private static final String PROPERTY = "millrace.fork";

  /// File systems take names of 255 bytes, endings included.
  private static final int LONGEST = 200;

  private int forks;

  /// Counts forks from the first one of a run.
  ForkFiles() {
    this(1);
  }

  /// Counts forks from another one, as whoever has JMH run one fork at a time wants it.
  ///
  /// @param first the number of the next fork
  ForkFiles(int first) {
    forks = first - 1;
  }

  /// The option that the next fork is to be started with.
  String nextFork() {
    forks++;
    return "-D" + PROPERTY + "=" + forks;
  }

  /// The number of this fork, counted from 1; 0 in JMH's own JVM, as with `-f 0`.
  static int fork() {
    return Integer.getInteger(PROPERTY, 0);
  }

  /// A name for a benchmark and its params. One that is too long is cut and ends in its hash.
  static String name(BenchmarkParams benchmark) {
    return shortened(benchmark.id());
  }

  /// The names for each value that a param takes in turn, as if it had that one alone; a single
  /// name for a benchmark that has no such param.
  ///
  /// @param turns the param, whose values are separated by commas
  static List<String> names(BenchmarkParams benchmark, String turns) {
    if (!benchmark.getParamsKeys().contains(turns)) {
      return List.of(name(benchmark));
    }
    String all = benchmark.getParam(turns);
    String id = benchmark.id();
    return Stream.of(all.split(",", -1))
        .map(value -> shortened(id.replace(part(turns, all), part(turns, value))))
        .toList();
  }

  /// What JMH's id of a benchmark says of a param.
  private static String part(String param, String value) {
    return Stream.of("", param, value)
        .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
        .collect(Collectors.joining("-"));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST
        ? name
        : String.format(Locale.ROOT, "%s-%08x", name.substring(0, LONGEST), name.hashCode());
  }
}
