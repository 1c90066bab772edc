package dev.millrace.io.json;

import dev.millrace.io.file.InputException;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Value;
import java.io.Reader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// How this project reads JSON: strictly, numbers exactly, duplicate keys refused, lists and maps
/// nested at most [#MAX_DEPTH] deep.
public final class Json {
  /// How deep lists and maps may be nested.
  public static final int MAX_DEPTH = 500;

  /// The factory of all parsers.
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(2 * Decimal.MAX_DIGITS + 20)
                  .build())
          .build();

  private Json() {}

  /// A parser of a text that is read as it goes.
  public static JsonParser parser(Reader text) {
    return FACTORY.createParser(ObjectReadContext.empty(), text);
  }

  /// The list that a text writes in JSON.
  ///
  /// @return the list, or null when the text is no JSON list
  public static @Nullable ListValue parseList(String text) {
    return parse(text) instanceof ListValue list ? list : null;
  }

  /// The map that a text writes in JSON.
  ///
  /// @return the map, or null when the text is no JSON object
  public static @Nullable MapValue parseMap(String text) {
    return parse(text) instanceof MapValue map ? map : null;
  }

  /// What is to be said of a file that is not JSON: the line, the column, and the fault, without
  /// the names that limits have in the parser's code.
  public static InputException malformed(
      String file, JsonParser parser, JacksonException malformed) {
    TokenStreamLocation place =
        Objects.requireNonNullElse(malformed.getLocation(), parser.currentLocation());
    String where = ": line " + place.getLineNr() + ", column " + place.getColumnNr();
    String fault =
        malformed
            .getOriginalMessage()
            .replaceAll(" \\(([0-9]+), from .*\\)$", " $1")
            .replaceAll(" \\([^()]* at \\[Source: .*$|: enable `[^`]*` to allow$", "")
            .replaceAll("\\s*\\n\\s*", " ");
    return new InputException(file + where + ": is not JSON: " + fault);
  }

  private static @Nullable Value parse(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      Value value = parser.nextToken() == null ? null : JsonValues.read(parser);
      return parser.nextToken() == null ? value : null;
    } catch (JacksonException | ArithmeticException notJson) {
      return null;
    }
  }
}
