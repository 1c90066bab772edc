package dev.millrace.io.feed;

import dev.millrace.feed.Feed;
import dev.millrace.io.file.DidYouMean;
import dev.millrace.io.file.InputException;
import dev.millrace.io.file.TextInput;
import dev.millrace.io.file.Utf8Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Reads feed files.
///
/// CSV, JSON lines, or a JSON array of objects, told by the file's extension or else by its first
/// character; each may be compressed by gzip. The schema is inferred from all rows; `docs/feeds.md`
/// has the rules. An item's row is its index. Memory: the feed itself; while reading, one reference
/// more for each item if it is one of objects, or else the objects of one block.
public final class FeedReader {
  private FeedReader() {}

  /// Reads a feed and infers all types.
  ///
  /// @throws InputException naming the file and the line of what cannot be read
  public static Feed read(Path file) {
    return read(file, ReadOptions.DEFAULT);
  }

  /// Reads a feed.
  ///
  /// @throws InputException naming the file and the line of what cannot be read
  public static Feed read(Path file, ReadOptions options) {
    try (Utf8Reader text = TextInput.open(file)) {
      int first = text.peek();
      return isJson(FeedFormat.of(file), first)
          ? new JsonFeedReader(text, options).read()
          : CsvFeedReader.read(text, options);
    } catch (IOException unreadable) {
      throw new InputException(file + ": cannot be read: " + unreadable.getMessage());
    }
  }

  private static boolean isJson(@Nullable FeedFormat format, int first) {
    return format == null ? first == '{' || first == '[' : format != FeedFormat.CSV;
  }

  /// Checks that every column whose type was given is there.
  static void checkTypes(ReadOptions options, Collection<String> columns, String file) {
    for (String name : options.types().keySet()) {
      if (!columns.contains(name)) {
        String hint = DidYouMean.hint(name, columns);
        throw new InputException(file + ": has no field '" + name + "' to give a type" + hint);
      }
    }
  }
}
