package dev.millrace.bench.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files in which a Linux kernel tells about itself, below a root folder. What cannot be read
/// is null or empty.
final class SystemFiles {
  private final Path root;

  /// The files below a root, which is `/` but in tests.
  SystemFiles(Path root) {
    this.root = root;
  }

  /// The lines of a file.
  List<String> lines(String path) {
    try {
      return Files.readAllLines(root.resolve(path));
    } catch (IOException | SecurityException unreadable) {
      return List.of();
    }
  }

  /// The only line of a file.
  @Nullable String line(String path) {
    List<String> lines = lines(path);
    return lines.isEmpty() ? null : lines.getFirst().strip();
  }

  /// The value after the colon in a line `key : value`.
  static @Nullable String value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.substring(0, Math.max(0, line.indexOf(':'))).strip().equals(key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(null);
  }
}
