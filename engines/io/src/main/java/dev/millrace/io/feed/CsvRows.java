package dev.millrace.io.feed;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.millrace.feed.Type;
import dev.millrace.io.file.InputException;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes of each row of a CSV file an array of values: texts, nulls, and values of the types that
/// the caller gave. The first row is the header and gives no array.
///
/// An empty line is passed over, unless the file has one column: there it is a row with null.
final class CsvRows extends AbstractBaseCsvCallbackHandler<Value[]> {
  private final String file;
  private final ReadOptions options;
  private final List<String> names = new ArrayList<>();
  private final List<@Nullable Type> types = new ArrayList<>();
  private final List<CellCache> caches = new ArrayList<>();
  private boolean headed;
  private Value[] cells = new Value[0];
  private int count;
  private boolean ended;

  CsvRows(String file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  /// The names in the header; none when the file has no header.
  List<String> names() {
    return List.copyOf(names);
  }

  /// The line that the row at hand begins in, counted from 1.
  long line() {
    return getStartingLineNumber();
  }

  @Override
  protected void handleBegin(long line) {
    cells = new Value[names.size()];
    count = 0;
  }

  @Override
  protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
    if (length > 0 && buffer[offset + length - 1] == EndMarkReader.MARK) {
      ended = field == 0 && length == 1 && !quoted;
      if (!ended) {
        throw wrong("a quote in this row is never closed; close it");
      }
    } else if (!headed) {
      names.add(new String(buffer, offset, length));
    } else if (field < cells.length) {
      boolean absent = length == 0 && !quoted;
      cells[field] = absent ? Null.NULL : caches.get(field).value(buffer, offset, length);
    }
    count = field + 1;
  }

  @Override
  protected void handleEmpty() {
    if (cells.length == 1) {
      cells[0] = Null.NULL;
      count = 1;
    }
  }

  @Override
  protected Value @Nullable [] buildRecord() {
    boolean passedOver = getRecordType() == RecordType.EMPTY && count == 0;
    if (ended || passedOver) {
      return null;
    }
    if (!headed) {
      begin();
      return null;
    }
    if (count != cells.length) {
      String counts = "has " + count + " cells where the header has " + cells.length;
      throw wrong(counts + "; is a quote or a comma missing or too many?");
    }
    for (int i = 0; i < cells.length; i++) {
      Type type = types.get(i);
      if (type != null && cells[i] instanceof Text(var text)) {
        cells[i] = typed(i, text, type);
      }
    }
    return cells;
  }

  private void begin() {
    headed = true;
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty()) {
        throw wrong("column " + (seen.size() + 1) + " of the header has no name");
      }
      if (!seen.add(name)) {
        throw wrong("the header names '" + name + "' twice; rename one of them");
      }
      types.add(options.types().get(name));
      caches.add(new CellCache(options.nullCells()));
    }
    FeedReader.checkTypes(options, names, file);
  }

  private Value typed(int column, String text, Type type) {
    Value value = text.isEmpty() && type != Type.TEXT ? Null.NULL : Cells.parse(text, type);
    if (value == null) {
      throw wrong(Cells.mismatch(names.get(column), cells[column], type));
    }
    return value;
  }

  private InputException wrong(String problem) {
    return InputException.at(file, line(), problem);
  }
}
