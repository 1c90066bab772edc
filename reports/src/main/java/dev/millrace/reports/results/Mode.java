package dev.millrace.reports.results;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What JMH measured; the mode decides which direction is better.
public enum Mode {
  /// Operations per unit of time, summed over JMH's threads.
  THROUGHPUT("thrpt", "throughput", "Throughput", "Throughput", true),
  /// Time per operation, averaged over JMH's threads.
  AVERAGE_TIME("avgt", "average time", "AverageTime", "Average time", false),
  /// Time per operation, sampled.
  SAMPLE_TIME("sample", "sampled time", "SampleTime", "Sampling time", false),
  /// Time of one cold call.
  SINGLE_SHOT("ss", "single-shot time", "SingleShotTime", "Single shot", false);

  private final String label;
  private final String words;
  private final String jmhName;
  private final String printed;
  private final boolean higherIsBetter;

  Mode(String label, String words, String jmhName, String printed, boolean higherIsBetter) {
    this.label = label;
    this.words = words;
    this.jmhName = jmhName;
    this.printed = printed;
    this.higherIsBetter = higherIsBetter;
  }

  /// JMH's short name, as it stands in the file.
  public String label() {
    return label;
  }

  /// The mode in words, for titles and axes.
  public String words() {
    return words;
  }

  /// The mode as JMH's own constants are named.
  String jmhName() {
    return jmhName;
  }

  /// Whether what JMH prints of a benchmark's mode, as `Average time, time/op`, is this one.
  boolean isPrinted(String text) {
    return text.startsWith(printed);
  }

  /// Whether a greater score is a better one.
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /// The mode of a short name, or null when JMH has no such mode.
  static @Nullable Mode ofLabel(String label) {
    return Arrays.stream(values())
        .filter(mode -> mode.label.equals(label))
        .findFirst()
        .orElse(null);
  }
}
