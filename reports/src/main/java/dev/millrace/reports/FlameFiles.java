package dev.millrace.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds the flame graphs that lie beside a result file.
///
/// They are HTML files in its folder or one folder below, such as `flames/`: those that have their
/// collapsed stacks beside them, differences of such, and what JMH's own profiler for
/// async-profiler leaves in a folder for each benchmark.
final class FlameFiles {
  private static final String ENDING = ".html";
  private static final String OF_JMH = "flame-";

  private FlameFiles() {}

  /// The flame graphs beside a file, in the order of their paths.
  ///
  /// @throws IOException when the folder cannot be read
  static List<Path> beside(Path results) throws IOException {
    try (var files = Files.walk(results.toAbsolutePath().resolveSibling(""), 2)) {
      return files.filter(FlameFiles::isFlameGraph).sorted().toList();
    }
  }

  /// What a flame graph is of: the stem of its file, or its folder where JMH has made it.
  static String name(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.startsWith(OF_JMH)
        ? String.valueOf(file.resolveSibling("").getFileName())
        : stem(name);
  }

  /// Where the collapsed stacks of a flame graph lie, if they were kept.
  static Path stacks(Path file) {
    var name = String.valueOf(file.getFileName());
    return file.resolveSibling(stem(name) + ".collapsed");
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - ENDING.length());
  }

  private static boolean isFlameGraph(Path file) {
    var name = String.valueOf(file.getFileName());
    if (!name.endsWith(ENDING) || !Files.isRegularFile(file)) {
      return false;
    }
    return name.startsWith(OF_JMH)
        || Files.isRegularFile(stacks(file))
        || isDifference(file, stem(name));
  }

  /// `job-one-against-job-two` is a difference when `job-one` is a profile.
  private static boolean isDifference(Path file, String stem) {
    var at = stem.indexOf("-against-");
    return at > 0 && Files.isRegularFile(file.resolveSibling(stem.substring(0, at) + ".collapsed"));
  }
}
