package dev.millrace.reports.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads a JSON file: all of it into one [Json] tree, or a list element by element.
///
/// The text is UTF-8, with or without a byte order mark; UTF-16 with a mark, as some shells write
/// it; or, when neither fits, Windows-1252, because JMH used the platform's encoding for the middle
/// dot in its metric names. JMH once wrote strings as they were, so control characters and lone
/// backslashes in them are let through.
final class JsonFile {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  /// Keys of which only the numbers matter, not the digits they are written in.
  private static final Set<String> RAW_DATA = Set.of("rawData", "rawDataHistogram");

  private static final int USUAL_ROW = 10;
  private static final Charset FALLBACK = Charset.forName("windows-1252");
  private static final char MARK = '\uFEFF';

  private final String name;
  private final JsonParser parser;
  private final String endHint;

  private JsonFile(String name, JsonParser parser, String endHint) {
    this.name = name;
    this.parser = parser;
    this.endHint = endHint;
  }

  /// The tree of the file.
  ///
  /// @param endHint what to do about a file that is empty or cut short
  /// @throws UnreadableInputException when the file is absent, empty, cut short or not JSON
  static Json read(Path file, String endHint) {
    return read(file, endHint, JsonFile::value);
  }

  /// What a function makes of each element of the list that the file is. Only one element is in
  /// memory at a time.
  ///
  /// @param endHint what to do about a file that is empty or cut short
  /// @throws UnreadableInputException when the file is absent, empty, cut short or not a JSON list
  static <T> List<T> readList(Path file, String endHint, Function<Json, T> each) {
    return read(file, endHint, json -> json.list(each));
  }

  private static <T> T read(Path file, String endHint, Function<JsonFile, T> content) {
    try {
      return readAnyEncoding(file, endHint, content);
    } catch (NoSuchFileException _) {
      throw new UnreadableInputException(file + ": no such file; check the path");
    } catch (IOException e) {
      var cause = Files.isDirectory(file) ? "is a folder" : "cannot be read (" + e + ")";
      throw new UnreadableInputException(file + ": " + cause + "; name a result file");
    }
  }

  private static <T> T readAnyEncoding(Path file, String endHint, Function<JsonFile, T> content)
      throws IOException {
    try {
      return read(file, encoding(file).newDecoder(), endHint, content);
    } catch (CharacterCodingException _) {
      var decoder = FALLBACK.newDecoder().onUnmappableCharacter(CodingErrorAction.REPLACE);
      return read(file, decoder, endHint, content);
    }
  }

  /// The encoding of a text file that is not Windows-1252.
  static Charset encoding(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      var mark = bytes.read() << 8 | bytes.read();
      return mark == 0xFFFE || mark == 0xFEFF ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
  }

  private static <T> T read(
      Path file, CharsetDecoder decoder, String endHint, Function<JsonFile, T> content)
      throws IOException {
    try (var text =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
      text.mark(1);
      if (text.read() != MARK) {
        text.reset();
      }
      try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
        return new JsonFile(file.toString(), parser, endHint).document(content);
      }
    }
  }

  private <T> T document(Function<JsonFile, T> content) throws IOException {
    try {
      if (parser.nextToken() == null) {
        throw new UnreadableInputException(
            name, new Json.Place(1, 1), "the file is empty; " + endHint);
      }
      var result = content.apply(this);
      if (parser.nextToken() != null) {
        throw new UnreadableInputException(
            name, here(), "more text follows the end of the JSON; is it two files in one?");
      }
      return result;
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (UnexpectedEndOfInputException e) {
      throw new UnreadableInputException(name, place(e), "the JSON is cut short; " + endHint);
    } catch (JacksonException e) {
      throw new UnreadableInputException(
          name, place(e), "not JSON (" + e.getOriginalMessage() + "); name a JMH file of -rf json");
    }
  }

  private <T> List<T> list(Function<Json, T> each) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new UnreadableInputException(
          name,
          here(),
          "not a JMH file: it should be a list of benchmark records"
              + "; was the file written by JMH with -rf json?");
    }
    var results = new ArrayList<T>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      results.add(each.apply(value()));
    }
    return results;
  }

  private Json value() {
    var place = here();
    var token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> members(place);
      case START_ARRAY -> elements(place);
      case VALUE_STRING -> new Json.Text(place, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(place, parser.getString());
      case VALUE_TRUE, VALUE_FALSE -> new Json.Truth(place, token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> new Json.Null(place);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private Json members(Json.Place place) {
    var values = new LinkedHashMap<String, Json>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      parser.nextToken();
      values.put(key, RAW_DATA.contains(key) ? rawData() : value());
    }
    return new Json.Members(place, values);
  }

  /// Arrays in arrays, the innermost of numbers: most of a file, and so taken in without an object
  /// for each number.
  private Json rawData() {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return value();
    }
    var place = here();
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return numbers(place);
    }
    var rows = new ArrayList<Json>();
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      rows.add(rawData());
      parser.nextToken();
    }
    return new Json.Elements(place, rows);
  }

  private Json numbers(Json.Place place) {
    var values = new double[USUAL_ROW];
    var count = 0;
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isNumeric()) {
        return mixed(place, Arrays.copyOf(values, count));
      }
      values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
      values[count++] = number();
      parser.nextToken();
    }
    return new Json.Numbers(place, Arrays.copyOf(values, count));
  }

  /// The nearest double, also to `-0`, which is none among integers.
  private double number() {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
        ? parser.getDoubleValue()
        : Double.parseDouble(parser.getString());
  }

  /// An array that begins with numbers and goes on with something else, as the text `NaN`.
  private Json mixed(Json.Place place, double[] numbers) {
    var values = new ArrayList<Json>();
    for (var number : numbers) {
      values.add(new Json.Numeral(place, String.valueOf(number)));
    }
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      values.add(value());
      parser.nextToken();
    }
    return new Json.Elements(place, values);
  }

  private Json elements(Json.Place place) {
    var values = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return new Json.Elements(place, values);
  }

  private Json.Place here() {
    return place(parser.currentTokenLocation());
  }

  private static Json.Place place(JacksonException e) {
    var location = e.getLocation();
    return location == null ? new Json.Place(1, 1) : place(location);
  }

  private static Json.Place place(TokenStreamLocation location) {
    return new Json.Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }
}
