package dev.millrace.reports.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads one JSON file into a [Json] tree.
///
/// The text is UTF-8, with or without a byte order mark; UTF-16 with a mark, as some shells write
/// it; or, when neither fits, Windows-1252, because JMH used the platform's encoding for the middle
/// dot in its metric names.
final class JsonFile {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private static final Charset FALLBACK = Charset.forName("windows-1252");

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
    var name = file.toString();
    var text = decode(bytes(file));
    if (text.isBlank()) {
      throw new UnreadableInputException(
          name, new Json.Place(1, 1), "the file is empty; " + endHint);
    }
    try (var parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
      return new JsonFile(name, parser, endHint).document();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      throw new UnreadableInputException(file + ": no such file; check the path");
    } catch (IOException e) {
      var cause = Files.isDirectory(file) ? "is a folder" : "cannot be read (" + e + ")";
      throw new UnreadableInputException(file + ": " + cause + "; name a result file");
    }
  }

  private static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    var skip = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    var body = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(body).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, FALLBACK);
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (var i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private Json document() {
    try {
      parser.nextToken();
      var root = value();
      if (parser.nextToken() != null) {
        throw new UnreadableInputException(
            name, here(), "more text follows the end of the JSON; is it two files in one?");
      }
      return root;
    } catch (UnexpectedEndOfInputException e) {
      throw new UnreadableInputException(name, place(e), "the JSON is cut short; " + endHint);
    } catch (JacksonException e) {
      throw new UnreadableInputException(
          name, place(e), "not JSON (" + e.getOriginalMessage() + "); name a JMH file of -rf json");
    }
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
      values.put(key, value());
    }
    return new Json.Members(place, values);
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
