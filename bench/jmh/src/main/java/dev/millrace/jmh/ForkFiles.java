package dev.millrace.jmh;

import java.util.Locale;
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
    String name = benchmark.id();
    return name.length() <= LONGEST
        ? name
        : String.format(Locale.ROOT, "%s-%08x", name.substring(0, LONGEST), name.hashCode());
  }
}
