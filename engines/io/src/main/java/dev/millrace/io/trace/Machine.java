package dev.millrace.io.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a run ran.
///
/// @param logicalCores processors that the JVM may use
/// @param physicalCores cores of the machine, hyper-threads not counted; null where it does not
///   tell
/// @param java the version of the JVM
record Machine(int logicalCores, @Nullable Integer physicalCores, String java) {
  private static final Path PROCESSORS = Path.of("/sys/devices/system/cpu");

  /// This machine.
  static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(), physical(), Runtime.version().toString());
  }

  /// Processors of one core have the same list of siblings.
  private static @Nullable Integer physical() {
    Set<String> cores = new HashSet<>();
    try (var processors = Files.newDirectoryStream(PROCESSORS, "cpu[0-9]*")) {
      for (Path processor : processors) {
        Path siblings = processor.resolve("topology/thread_siblings_list");
        if (Files.exists(siblings)) {
          cores.add(Files.readString(siblings));
        }
      }
    } catch (IOException unreadable) {
      return null;
    }
    return cores.isEmpty() ? null : cores.size();
  }
}
