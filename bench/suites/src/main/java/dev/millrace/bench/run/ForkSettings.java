package dev.millrace.bench.run;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What each fork is given. The points of a sweep take turns, iteration by iteration.
///
/// @param warmup iterations that are thrown away; the points of a sweep share the time of each
/// @param measurement iterations that count, so many for each point of a sweep
public record ForkSettings(Phase warmup, Phase measurement) {
  private static final long GIGABYTE = 1L << 30;
  private static final Duration START = Duration.ofMillis(1_500);

  /// Iterations one after another.
  ///
  /// @param iterations how many
  /// @param each how long each of them lasts; an operation that is under way is finished
  public record Phase(int iterations, Duration each) {
    /// Iterations of so many milliseconds each.
    public static Phase ofMillis(int iterations, long millis) {
      return new Phase(iterations, Duration.ofMillis(millis));
    }

    private Duration all() {
      return each.multipliedBy(iterations);
    }
  }

  /// About how long a fork takes, its start included.
  ///
  /// @param points how many points take turns
  Duration planned(int points) {
    return START.plus(warmup.all()).plus(measurement.all().multipliedBy(points));
  }

  /// What a fork's JVM is started with. Heap size and collector are fixed, so that neither differs
  /// from fork to fork; the parallel collector has no threads that run beside the work.
  ///
  /// @param feedBytes the memory that the feed takes; the heap is a power of two of gigabytes, the
  ///   first that is at least six times as large
  public static List<String> jvmFlags(long feedBytes) {
    long heap = GIGABYTE;
    while (heap < 6 * feedBytes) {
      heap *= 2;
    }
    return List.of(
        "-Xms" + heap / GIGABYTE + "g",
        "-Xmx" + heap / GIGABYTE + "g",
        "-XX:+UseParallelGC",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED");
  }

  /// What makes forks start sooner: the first leaves its parsed classes in an archive, the others
  /// map it. Nothing of the just-in-time compiler is in it. The archive goes with this JVM; its
  /// place is always the same in a folder, so that a run that is resumed has the same arguments.
  /// Only a class path of one jar can be archived; for any other this is nothing.
  ///
  /// @param folder where results go
  static List<String> sharedClasses(Path folder) {
    String classPath = System.getProperty("java.class.path");
    if (classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")) {
      return List.of();
    }
    Path archive = folder.toAbsolutePath().normalize().resolve("forks.jsa");
    archive.toFile().deleteOnExit();
    return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
  }
}
