package dev.millrace.bench.run;

import dev.millrace.bench.run.ForkSettings.Phase;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// What JMH knows of a benchmark class: its methods, all combinations of the values of their
/// params, and how the class wants to be measured.
public final class Matrix {
  private final String name;
  private final @Nullable String turning;
  private final Params chosen;
  private final List<BenchmarkListEntry> methods;

  /// The matrix of a class.
  ///
  /// @param name what progress calls it
  /// @param type the class
  /// @param turning the param whose values take turns in one fork; null for none
  /// @throws IllegalArgumentException if JMH knows no benchmark of that class
  public Matrix(String name, Class<?> type, @Nullable String turning) {
    this(name, type, turning, Params.NONE);
  }

  /// The matrix of a class, with other values for some of its params.
  ///
  /// @param name what progress calls it
  /// @param type the class
  /// @param turning the param whose values take turns in one fork; null for none
  /// @param chosen the other values; params that the class does not have are passed over
  /// @throws IllegalArgumentException if JMH knows no benchmark of that class
  public Matrix(String name, Class<?> type, @Nullable String turning, Params chosen) {
    this.name = name;
    this.turning = turning;
    this.chosen = chosen;
    this.methods = methods("^" + Pattern.quote(type.getName() + "."));
    if (methods.isEmpty()) {
      throw new IllegalArgumentException(type + " has no benchmark");
    }
  }

  /// The names of all benchmarks that there are.
  public static List<String> benchmarks() {
    return methods(".*").stream().map(BenchmarkListEntry::getUsername).toList();
  }

  /// How many forks the class asks for.
  ///
  /// @param otherwise how many when it does not say
  public int forks(int otherwise) {
    return methods.getFirst().getForks().orElse(otherwise);
  }

  /// What the class asks to be given.
  ///
  /// @param otherwise what it is given where it does not say
  public ForkSettings settings(ForkSettings otherwise) {
    BenchmarkListEntry method = methods.getFirst();
    return new ForkSettings(
        new Phase(
            method.getWarmupIterations().orElse(otherwise.warmup().iterations()),
            duration(method.getWarmupTime().orElse(null), otherwise.warmup().each())),
        new Phase(
            method.getMeasurementIterations().orElse(otherwise.measurement().iterations()),
            duration(method.getMeasurementTime().orElse(null), otherwise.measurement().each())));
  }

  /// All combinations: a sweep for each method and each combination of values but for the param
  /// that takes turns.
  public List<Sweep> sweeps(ForkSettings settings) {
    var sweeps = new ArrayList<Sweep>();
    for (BenchmarkListEntry method : methods) {
      Map<String, String[]> params = params(method);
      for (SequencedMap<String, String> values : combinations(params)) {
        sweeps.add(sweep(method, params, values, settings));
      }
    }
    return List.copyOf(sweeps);
  }

  private Sweep sweep(
      BenchmarkListEntry method,
      Map<String, String[]> params,
      SequencedMap<String, String> values,
      ForkSettings settings) {
    String label = label(method, params, values);
    String[] turns = turning == null ? null : params.get(turning);
    if (turning == null || turns == null) {
      return new Sweep(List.of(new Point(method.getUsername(), values, label)), null, settings);
    }
    var points = new ArrayList<Point>();
    for (String turn : turns) {
      var own = new LinkedHashMap<>(values);
      own.put(turning, turn);
      points.add(new Point(method.getUsername(), own, label));
    }
    return new Sweep(points, turning, settings);
  }

  private String label(
      BenchmarkListEntry method, Map<String, String[]> params, Map<String, String> values) {
    String which = method.getUsername().substring(method.getUserClassQName().length() + 1);
    return values.entrySet().stream()
        .filter(value -> params.getOrDefault(value.getKey(), new String[0]).length > 1)
        .map(value -> " " + value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining("", name + (methods.size() > 1 ? " " + which : ""), ""));
  }

  private List<SequencedMap<String, String>> combinations(Map<String, String[]> params) {
    List<SequencedMap<String, String>> all = List.of(new LinkedHashMap<>());
    for (Map.Entry<String, String[]> param : params.entrySet()) {
      if (!param.getKey().equals(turning)) {
        all =
            all.stream()
                .flatMap(some ->
                    Arrays.stream(param.getValue()).map(value -> with(some, param.getKey(), value)))
                .toList();
      }
    }
    return all;
  }

  private static SequencedMap<String, String> with(
      SequencedMap<String, String> some, String param, String value) {
    var more = new LinkedHashMap<>(some);
    more.put(param, value);
    return more;
  }

  /// The values that each method has for a param, without those that were chosen in their place.
  Stream<String[]> values(String param) {
    return methods.stream()
        .map(method -> method.getParams().orElse(Map.of()).get(param))
        .filter(Objects::nonNull);
  }

  /// The names of all params.
  Set<String> names() {
    return methods.stream()
        .flatMap(method -> method.getParams().orElse(Map.of()).keySet().stream())
        .collect(Collectors.toSet());
  }

  private Map<String, String[]> params(BenchmarkListEntry method) {
    var params = new TreeMap<>(method.getParams().orElse(Map.of()));
    params.replaceAll((name, own) -> isFixed(name, own) ? own : chosen.values(name, own));
    return params;
  }

  /// Whether a method has one value for a param of which others have several, as a sequential
  /// reference has for the parallelism.
  private boolean isFixed(String param, String[] own) {
    return own.length == 1 && values(param).anyMatch(others -> others.length > 1);
  }

  private static Duration duration(@Nullable TimeValue time, Duration otherwise) {
    return time == null
        ? otherwise
        : Duration.of(time.getTime(), time.getTimeUnit().toChronoUnit());
  }

  private static List<BenchmarkListEntry> methods(String pattern) {
    try (var nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      var silent = OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT);
      return List.copyOf(BenchmarkList.defaultList().find(silent, List.of(pattern), List.of()));
    }
  }
}
