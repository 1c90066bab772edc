package dev.millrace.reports.results;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// One record of a JMH file: what was measured, its score, and what profilers saw beside it.
///
/// Secondary metrics are named without the middle dot that JMH before 1.37 put in front.
public record Series(
    Identity identity, Metric primary, Map<String, Metric> secondary, String jdkVersion) {
  /// The secondary metric with process CPU time per operation.
  public static final String CPU = "cpu";

  public Series {
    secondary = Collections.unmodifiableMap(new TreeMap<>(secondary));
  }
}
