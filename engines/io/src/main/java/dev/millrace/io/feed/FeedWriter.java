package dev.millrace.io.feed;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.function.Texts;
import dev.millrace.io.file.OutputException;
import dev.millrace.io.file.TextOutput;
import dev.millrace.value.JsonText;
import dev.millrace.value.Value;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes feeds. The same feed gives the same bytes.
public final class FeedWriter {
  private static final QuoteStrategy EMPTY_TEXTS =
      new QuoteStrategy() {
        @Override
        public boolean quoteEmpty(int line, int field) {
          return true;
        }
      };

  private FeedWriter() {}

  /// Writes a file whole or not at all.
  ///
  /// @throws OutputException if the file cannot be written
  public static void write(Feed feed, FeedFormat format, Path file) {
    TextOutput.write(file, out -> write(feed, format, out));
  }

  /// Writes to a writer, which is left open.
  public static void write(Feed feed, FeedFormat format, Writer out) throws IOException {
    switch (format) {
      case CSV -> writeCsv(feed, out);
      case JSON_LINES -> writeJson(feed, out, "", "\n", "\n");
      case JSON -> writeJson(feed, out, "[\n", ",\n", "\n]\n");
    }
    out.flush();
  }

  /// A header and a row for each item; null is an empty cell, an empty text a quoted one.
  private static void writeCsv(Feed feed, Writer out) throws IOException {
    var csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).quoteStrategy(EMPTY_TEXTS).build(out);
    csv.writeRecord(feed.schema().names());
    var cells = new @Nullable String[feed.schema().size()];
    for (Item item : feed) {
      for (int i = 0; i < cells.length; i++) {
        Value value = item.get(i);
        cells[i] = value.isNull() ? null : Texts.toText(value);
      }
      csv.writeRecord(cells);
    }
    csv.flush();
  }

  private static void writeJson(Feed feed, Writer out, String start, String between, String end)
      throws IOException {
    List<String> names = feed.schema().names();
    var text = new StringBuilder(start);
    String separator = "";
    for (Item item : feed) {
      text.append(separator);
      appendObject(item, names, text);
      separator = between;
      out.append(text);
      text.setLength(0);
    }
    out.append(text).append(feed.size() == 0 && start.isEmpty() ? "" : end);
  }

  private static void appendObject(Item item, List<String> names, StringBuilder text) {
    String separator = "{";
    for (int i = 0; i < names.size(); i++) {
      text.append(separator);
      JsonText.appendQuoted(names.get(i), text);
      text.append(':');
      JsonText.append(item.get(i), text);
      separator = ",";
    }
    text.append(names.isEmpty() ? "{}" : "}");
  }
}
