package dev.millrace.io.feed;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a feed is written in a file.
public enum FeedFormat {
  /// A header row, then a row for each item.
  CSV("csv"),
  /// A JSON object for each item, one a line.
  JSON_LINES("jsonl", "ndjson"),
  /// One JSON array of objects.
  JSON("json");

  private final List<String> extensions;

  FeedFormat(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /// The format that a file's name tells by its extension, a further `.gz` aside.
  ///
  /// @return the format, or null when the extension is none of those of a format
  public static @Nullable FeedFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return Arrays.stream(values())
        .filter(format -> format.extensions.stream().anyMatch(e -> plain.endsWith("." + e)))
        .findFirst()
        .orElse(null);
  }

  /// The extensions of all formats.
  public static List<String> allExtensions() {
    return Arrays.stream(values()).flatMap(format -> format.extensions.stream()).toList();
  }
}
