package dev.millrace.reports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the flame graphs that lie beside a result file.
///
/// They are HTML files in its folder or one folder below, such as `flames/`: those that have their
/// collapsed stacks beside them, differences of such, and what JMH's own profiler for
/// async-profiler leaves in a folder for each benchmark.
final class FlameFiles {
  private static final String ENDING = ".html";
  private static final String OF_JMH = "flame-";

  private FlameFiles() {}

  /// The flame graphs beside a file, in the order of their paths. What cannot be read is passed
  /// over.
  ///
  /// @throws IOException when the folder of the file cannot be read
  static List<Path> beside(Path results) throws IOException {
    var found = new ArrayList<Path>();
    var folder = results.toAbsolutePath().resolveSibling("");
    Files.walkFileTree(folder, Set.of(), 2, new Finder(found));
    found.sort(null);
    return found;
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

  /// Adds the flame graphs that it comes across to a list.
  private static final class Finder extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Finder(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isFlameGraph(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }
  }
}
