package dev.millrace.io.feed;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Type;
import dev.millrace.io.file.DidYouMean;
import dev.millrace.io.file.InputException;
import dev.millrace.io.file.TextInput;
import dev.millrace.io.file.Utf8Reader;
import dev.millrace.io.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

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
          ? new JsonFeedReader(Json.parser(text), text.file(), options).read()
          : CsvFeedReader.read(text, options);
    } catch (IOException unreadable) {
      throw new InputException(file + ": cannot be read: " + unreadable.getMessage());
    }
  }

  /// Reads a feed of JSON objects that were parsed before.
  ///
  /// @param objects the objects, one after another or in one array
  /// @param name what errors call them
  /// @param types the types of some columns, which the feed has in any case, before all others
  /// @throws InputException naming the item that cannot be read
  public static Feed read(JsonParser objects, String name, SequencedMap<String, Type> types) {
    var options = new ReadOptions(types, Set.of());
    return new JsonFeedReader(objects, name, options).withColumns(types.keySet()).read();
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
