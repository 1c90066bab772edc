package dev.millrace.reports.results;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/// Writes HdrHistogram logs as our JMH profiler does.
public final class Logs {
  private Logs() {}

  /// A log of forks of one iteration each, by their latencies in nanoseconds.
  public static void write(Path file, long[]... forks) {
    var text = new ByteArrayOutputStream();
    var writer = new HistogramLogWriter(text);
    writer.outputComment("[Latencies in nanoseconds; tag = fork/iteration]");
    writer.outputLogFormatVersion();
    writer.outputStartTime(0);
    writer.outputLegend();
    for (var fork = 0; fork < forks.length; fork++) {
      var histogram = histogram(forks[fork]);
      histogram.setTag(fork + 1 + "/1");
      writer.outputIntervalHistogram(histogram);
    }
    writer.close();
    try {
      Files.write(file, text.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Histogram histogram(long... values) {
    var histogram = new Histogram(3);
    Arrays.stream(values).forEach(histogram::recordValue);
    return histogram;
  }
}
