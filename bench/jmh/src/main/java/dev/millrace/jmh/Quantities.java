package dev.millrace.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;

/// What a benchmark itself measures or counts beside its time. [QuantityProfiler] makes secondary
/// results of it, a value for each iteration.
///
/// Any thread of the benchmark's JVM may note, at any time between the beginning of an iteration
/// and its end, `@Setup` and `@TearDown` included.
public final class Quantities {
  private static final Map<String, Quantity> NOTED = new LinkedHashMap<>();

  private Quantities() {}

  /// What was noted under one name.
  private static final class Quantity {
    private final String unit;
    private final AggregationPolicy policy;
    private final List<Double> values = new ArrayList<>();

    Quantity(String unit, AggregationPolicy policy) {
      this.unit = unit;
      this.policy = policy;
    }

    ScalarResult result(String name) {
      var all = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
      double value = policy == AggregationPolicy.MAX ? all.getMax() : all.getAverage();
      return new ScalarResult(name, value, unit, policy);
    }
  }

  /// Notes one of the values whose mean is the iteration's.
  ///
  /// @param name the name of the secondary result
  /// @param unit such as `parks/unit`
  public static void mean(String name, String unit, double value) {
    note(name, new Quantity(unit, AggregationPolicy.AVG), value);
  }

  /// Notes one of the values of which the greatest is the iteration's.
  ///
  /// @param name the name of the secondary result
  /// @param unit such as `ms/op`
  public static void greatest(String name, String unit, double value) {
    note(name, new Quantity(unit, AggregationPolicy.MAX), value);
  }

  private static synchronized void note(String name, Quantity fresh, double value) {
    NOTED.computeIfAbsent(name, _ -> fresh).values.add(value);
  }

  /// Forgets what was noted.
  static synchronized void clear() {
    NOTED.clear();
  }

  /// What was noted since it was last cleared, a result for each name.
  static synchronized Collection<ScalarResult> results() {
    return NOTED.entrySet().stream().map(each -> each.getValue().result(each.getKey())).toList();
  }
}
