package dev.millrace.io.feed;

import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.FeedBuilder;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.io.file.InputException;
import dev.millrace.io.json.Json;
import dev.millrace.io.json.JsonValues;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads feeds of JSON objects, one after another or in one array.
///
/// The columns are the keys of all objects in the order in which they first appear.
final class JsonFeedReader {
  private final JsonParser parser;
  private final String file;
  private final ReadOptions options;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<@Nullable Type> types = new ArrayList<>();
  private final FeedBuilder rows;

  /// A reader of JSON, which is left open.
  ///
  /// @param file what errors call it
  JsonFeedReader(JsonParser parser, String file, ReadOptions options) {
    this.parser = parser;
    this.file = file;
    this.options = options;
    this.rows = FeedBuilder.of(options.storage());
  }

  /// Adds columns that the feed has whether an object has their keys or not, before all others.
  JsonFeedReader withColumns(Collection<String> columns) {
    columns.forEach(this::place);
    return this;
  }

  /// The feed.
  Feed read() {
    try {
      readObjects();
    } catch (JacksonException malformed) {
      throw InputException.within(malformed, Json.malformed(file, parser, malformed));
    } catch (ArithmeticException tooLong) {
      throw wrong(String.valueOf(tooLong.getMessage()));
    }
    FeedReader.checkTypes(options, places.keySet(), file);
    return feed();
  }

  private void readObjects() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw InputException.at(file, 1, "the file is empty; wants a JSON object an item");
    }
    boolean isArray = first == JsonToken.START_ARRAY;
    JsonToken token = isArray ? parser.nextToken() : first;
    while (token != null && token != JsonToken.END_ARRAY) {
      if (token != JsonToken.START_OBJECT) {
        throw wrong("wants a JSON object for each item, not " + parser.getString());
      }
      readObject();
      token = parser.nextToken();
    }
    if (isArray && parser.nextToken() != null) {
      throw wrong("more text follows the array; is it two files in one?");
    }
  }

  private void readObject() {
    var row = new Value[places.size()];
    Arrays.fill(row, Null.NULL);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      int place = place(name);
      if (place >= row.length) {
        int known = row.length;
        row = Arrays.copyOf(row, place + 1);
        Arrays.fill(row, known, row.length, Null.NULL);
      }
      row[place] = value(name, place);
    }
    rows.add(row);
  }

  private int place(String name) {
    Integer known = places.get(name);
    if (known != null) {
      return known;
    }
    places.put(name, types.size());
    types.add(options.types().get(name));
    return types.size() - 1;
  }

  private Value value(String name, int place) {
    Value read = JsonValues.read(parser);
    Type given = options.types().get(name);
    if (given != null) {
      Value value = Cells.convert(read, given);
      if (value == null) {
        throw wrong(Cells.mismatch(name, read, given));
      }
      return value;
    }
    Type type = Cells.typeOf(read);
    Type known = types.get(place);
    if (type != null && type != known) {
      types.set(place, known == null ? type : known.or(type));
    }
    return read;
  }

  private Feed feed() {
    var columns = new ArrayList<Column>();
    for (String name : places.keySet()) {
      Type type = types.get(columns.size());
      columns.add(new Column(name, type == null ? Type.TEXT : type));
    }
    return rows.build(new Schema(columns));
  }

  /// What is wrong at the parser's place: the line, or the item where the JSON was read before.
  private InputException wrong(String problem) {
    int line = parser.currentTokenLocation().getLineNr();
    return line > 0
        ? InputException.at(file, line, problem)
        : new InputException(file + ": item " + rows.size() + " (counted from 0): " + problem);
  }
}
