package dev.millrace.io.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.FeedBuilder;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.io.file.InputException;
import dev.millrace.io.file.Utf8Reader;
import dev.millrace.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads feeds of CSV files: RFC 4180, cells quoted by `"`, separated by commas or by another
/// [Separator].
final class CsvFeedReader {
  private CsvFeedReader() {}

  /// Reads a feed; the text is left open.
  static Feed read(Utf8Reader text, ReadOptions options) throws IOException {
    var handler = new CsvRows(text.file(), options);
    var rows = FeedBuilder.of(options.storage());
    List<ColumnGuess> guesses = readRows(text, handler, rows);
    List<String> names = handler.names();
    if (names.isEmpty()) {
      throw InputException.at(text.file(), 1, "the file is empty; wants a header row");
    }
    var columns = new ArrayList<Column>();
    for (int i = 0; i < names.size(); i++) {
      Type given = options.types().get(names.get(i));
      Type type = given != null ? given : guess(guesses, i).settle(rows, i);
      columns.add(new Column(names.get(i), type));
    }
    return rows.build(new Schema(columns));
  }

  /// Adds the rows and gives what their columns may be, by FastCSV's parser that passes over white
  /// space around quotes: its other one loses a quoted cell that holds a CR without LF and ends a
  /// row.
  private static List<ColumnGuess> readRows(Utf8Reader text, CsvRows handler, FeedBuilder rows)
      throws IOException {
    var guesses = new ArrayList<ColumnGuess>();
    var buffered = new BufferedReader(text);
    try (var csv =
        CsvReader.builder()
            .fieldSeparator(Separator.of(buffered))
            .skipEmptyLines(false)
            .trimWhitespacesAroundQuotes(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(handler, new EndMarkReader(buffered))) {
      for (Value[] row : csv) {
        observe(row, guesses);
        rows.add(row);
      }
    } catch (UncheckedIOException | CsvParseException malformed) {
      Throwable cause = Objects.requireNonNullElse(malformed.getCause(), malformed);
      String problem = cause.getMessage() + "; is a quote missing, or not doubled?";
      throw InputException.within(
          malformed, InputException.at(text.file(), handler.line(), problem));
    }
    return guesses;
  }

  private static void observe(Value[] row, List<ColumnGuess> guesses) {
    for (int i = 0; i < row.length; i++) {
      guess(guesses, i).observe(row[i]);
    }
  }

  private static ColumnGuess guess(List<ColumnGuess> guesses, int column) {
    while (guesses.size() <= column) {
      guesses.add(new ColumnGuess());
    }
    return guesses.get(column);
  }
}
