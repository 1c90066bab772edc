package dev.millrace.reports.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One record of a JMH file: what was measured, its score, and what profilers saw beside it.
///
/// Secondary metrics are named without the middle dot that JMH before 1.37 put in front.
///
/// @param jdkVersion empty when the file has none, as those of old JMH
/// @param rest every other key as JSON text in one line, in the order of the file: how JMH was run
///   (`"measurementTime"` is `"1 s"`, quotes and all), and what is unknown here
/// @param warmUp the scores of the warm-up iterations, a fork for each row of the primary metric;
///   none when they are not known, which JMH's file does not tell ([WarmUps])
public record Series(
    Identity identity,
    Metric primary,
    Map<String, Metric> secondary,
    String jdkVersion,
    Map<String, String> rest,
    List<Fork> warmUp) {
  /// The secondary metric with process CPU time per operation.
  public static final String CPU = "cpu";

  public Series {
    secondary = Collections.unmodifiableMap(new TreeMap<>(secondary));
    rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
    warmUp = List.copyOf(warmUp);
  }

  /// A series as it is in JMH's file.
  public Series(
      Identity identity,
      Metric primary,
      Map<String, Metric> secondary,
      String jdkVersion,
      Map<String, String> rest) {
    this(identity, primary, secondary, jdkVersion, rest, List.of());
  }

  /// A series of which nothing is known of how JMH was run.
  public Series(
      Identity identity, Metric primary, Map<String, Metric> secondary, String jdkVersion) {
    this(identity, primary, secondary, jdkVersion, Map.of());
  }
}
