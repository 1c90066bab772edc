package dev.millrace.reports.study;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/// Names files as short as tells them apart.
public final class FileNames {
  private FileNames() {}

  /// A name for each file; the same for one that is given twice.
  public static List<String> of(List<Path> files) {
    return files.stream().map(file -> of(file, files)).toList();
  }

  /// The file's name; where two files have the same, what sets their paths apart.
  private static String of(Path file, List<Path> files) {
    var name = String.valueOf(file.getFileName());
    var alike =
        files.stream()
            .filter(path -> name.equals(String.valueOf(path.getFileName())))
            .distinct()
            .toList();
    return alike.size() > 1 ? distinguishing(file, alike) : name;
  }

  private static String distinguishing(Path path, List<Path> alike) {
    var parts = parts(path);
    var all = alike.stream().map(FileNames::parts).toList();
    var from = 0;
    while (agree(all, parts, from)) {
      from++;
    }
    var others = all.stream().map(List::reversed).toList();
    var upTo = 0;
    while (agree(others, parts.reversed(), upTo)) {
      upTo++;
    }
    var end = Math.max(from, parts.size() - upTo);
    var middle = String.join("/", parts.subList(from, end));
    return middle.isEmpty() ? path.toString() : middle;
  }

  private static boolean agree(List<List<String>> all, List<String> parts, int index) {
    return index < parts.size()
        && all.stream()
            .allMatch(each -> index < each.size() && each.get(index).equals(parts.get(index)));
  }

  private static List<String> parts(Path path) {
    return StreamSupport.stream(path.toAbsolutePath().normalize().spliterator(), false)
        .map(Path::toString)
        .toList();
  }
}
