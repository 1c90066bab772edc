package dev.millrace.io.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
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
import java.util.stream.IntStream;

/// Reads feeds of CSV files: RFC 4180, cells quoted by `"`, separated by commas or by another
/// [Separator].
final class CsvFeedReader {
  private CsvFeedReader() {}

  /// Reads a feed; the text is left open.
  static Feed read(Utf8Reader text, ReadOptions options) throws IOException {
    var handler = new CsvRows(text.file(), options);
    List<Value[]> rows = rows(text, handler);
    List<String> names = handler.names();
    if (names.isEmpty()) {
      throw InputException.at(text.file(), 1, "the file is empty; wants a header row");
    }
    var columns = new ArrayList<Column>();
    for (int i = 0; i < names.size(); i++) {
      Type given = options.types().get(names.get(i));
      columns.add(new Column(names.get(i), given != null ? given : inferred(rows, i)));
    }
    return Feed.of(new Schema(columns), items(rows));
  }

  private static Type inferred(List<Value[]> rows, int column) {
    var guess = new ColumnGuess();
    rows.forEach(row -> guess.observe(row[column]));
    return guess.settle(rows, column);
  }

  /// The rows, by FastCSV's parser that passes over white space around quotes: its other one loses
  /// a quoted cell that holds a CR without LF and ends a row.
  private static List<Value[]> rows(Utf8Reader text, CsvRows handler) throws IOException {
    var rows = new ArrayList<Value[]>();
    var buffered = new BufferedReader(text);
    try (var csv =
        CsvReader.builder()
            .fieldSeparator(Separator.of(buffered))
            .skipEmptyLines(false)
            .trimWhitespacesAroundQuotes(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(handler, new EndMarkReader(buffered))) {
      csv.forEach(rows::add);
    } catch (UncheckedIOException | CsvParseException malformed) {
      Throwable cause = Objects.requireNonNullElse(malformed.getCause(), malformed);
      String problem = cause.getMessage() + "; is a quote missing, or not doubled?";
      throw InputException.within(
          malformed, InputException.at(text.file(), handler.line(), problem));
    }
    return rows;
  }

  private static List<Item> items(List<Value[]> rows) {
    return IntStream.range(0, rows.size()).mapToObj(i -> new Item(i, rows.get(i))).toList();
  }
}
