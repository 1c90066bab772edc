package dev.millrace.reports.trend;

import dev.millrace.reports.results.Failure;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.UnreadableInputException;
import dev.millrace.reports.results.WarmUps;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what may be JMH result files: every `.json` that is not one of the files beside them.
final class ResultFinder extends SimpleFileVisitor<Path> {
  private static final String SUFFIX = ".json";
  private static final String PAGE = "index.html";
  private static final Set<String> COMPANIONS =
      Set.of(ResultFile.ENVIRONMENT, Failure.FILE, WarmUps.FILE);

  private final Path root;
  private final List<Path> found = new ArrayList<>();

  private ResultFinder(Path root) {
    this.root = root;
  }

  /// The folder that is meant: a link to one is as good as the folder itself.
  static Path real(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UnreadableInputException(folder + ": there is no such folder; name one of runs");
    }
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /// The files below a folder, in the natural order of their paths.
  static List<Path> below(Path folder) {
    var finder = new ResultFinder(folder);
    try {
      Files.walkFileTree(folder, finder);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    var byName = Comparator.<Path, String>comparing(Path::toString, NaturalOrder.COMPARATOR);
    return finder.found.stream().sorted(byName).toList();
  }

  private static UnreadableInputException unreadable(Path folder, IOException e) {
    var problem = e.getClass().getSimpleName();
    return new UnreadableInputException(
        folder + ": cannot be read (" + problem + "); name a folder of runs");
  }

  /// A folder with a page is a report, unless it is the one that was named.
  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return !folder.equals(root) && Files.isRegularFile(folder.resolve(PAGE))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    var name = String.valueOf(file.getFileName());
    if (name.endsWith(SUFFIX) && !COMPANIONS.contains(name)) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  /// What each file is called: the folder that it is the only one in, else its own path, below the
  /// folder of all and without the suffix.
  static List<String> names(Path folder, List<Path> files) {
    var paths =
        files.stream().map(file -> folder.relativize(file).toString().replace('\\', '/')).toList();
    var inFolder =
        paths.stream().collect(Collectors.groupingBy(ResultFinder::parent, Collectors.counting()));
    return paths.stream()
        .map(path -> {
          var parent = parent(path);
          var isAlone = !parent.isEmpty() && inFolder.getOrDefault(parent, 0L) == 1;
          return isAlone ? parent : path.substring(0, path.length() - SUFFIX.length());
        })
        .toList();
  }

  /// The folder of a path, empty where there is none.
  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
