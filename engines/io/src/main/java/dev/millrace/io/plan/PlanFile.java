package dev.millrace.io.plan;

import dev.millrace.action.Action;
import dev.millrace.io.file.DidYouMean;
import dev.millrace.io.file.InputException;
import dev.millrace.io.file.TextInput;
import dev.millrace.io.file.Utf8Reader;
import dev.millrace.io.json.Json;
import dev.millrace.plan.PlanException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A plan file: actions, not yet checked against a schema, and what the file says about itself.
///
/// The file is one JSON object with the key `actions` and, if it likes, `name` and `description`.
/// `docs/pipelines.md` describes the actions.
///
/// @param name what the pipeline is called, null when the file does not say
/// @param description what it does, null when the file does not say
/// @param actions the actions
public record PlanFile(@Nullable String name, @Nullable String description, List<Action> actions) {
  private static final List<String> KEYS = List.of("name", "description", "actions");
  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// Reads a plan file and the tables it names, whose paths start from its folder.
  ///
  /// @throws InputException if the file cannot be read or is not JSON
  /// @throws PlanException naming every construct, key or constant that is not one, and every table
  ///   that cannot be read
  public static PlanFile read(Path file) {
    try (Utf8Reader text = TextInput.open(file)) {
      return of(tree(text, file.toString()), file);
    } catch (IOException unreadable) {
      throw new InputException(file + ": cannot be read: " + unreadable.getMessage());
    }
  }

  /// Reads the text of a plan file. The paths of tables start from the working directory.
  ///
  /// @param name what errors call the text
  /// @throws InputException if the text is not JSON
  /// @throws PlanException naming every construct, key or constant that is not one, and every table
  ///   that cannot be read
  public static PlanFile parse(String text, String name) {
    return of(tree(new StringReader(text), name), Path.of(""));
  }

  private static JsonNode tree(Reader text, String file) {
    JsonParser parser = MAPPER.createParser(text);
    try {
      JsonNode tree = parser.nextToken() == null ? null : MAPPER.readTree(parser);
      if (tree == null) {
        throw InputException.at(file, 1, "the file is empty; wants {\"actions\": [...]}");
      }
      if (parser.nextToken() != null) {
        int line = parser.currentTokenLocation().getLineNr();
        throw InputException.at(file, line, "more text follows the plan; is it two files in one?");
      }
      return tree;
    } catch (JacksonException malformed) {
      throw InputException.within(malformed, Json.malformed(file, parser, malformed));
    }
  }

  private static PlanFile of(JsonNode tree, Path file) {
    if (!tree.isObject()) {
      throw new PlanException(List.of("plan: wants an object with the key 'actions'"));
    }
    var mistakes = new Mistakes();
    tree.propertyNames().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> mistakes.add(key, "is not a key of a plan" + DidYouMean.hint(key, KEYS)));
    String name = text(tree, "name", mistakes);
    String description = text(tree, "description", mistakes);
    JsonNode list = tree.get("actions");
    List<Action> actions = List.of();
    if (list == null) {
      mistakes.add("actions", "is missing");
    } else {
      actions = new ConstructReader(file, mistakes).actions(list, "actions");
    }
    if (mistakes.count() > 0) {
      throw new PlanException(mistakes.found());
    }
    return new PlanFile(name, description, List.copyOf(actions));
  }

  private static @Nullable String text(JsonNode tree, String key, Mistakes mistakes) {
    JsonNode text = tree.get(key);
    if (text == null) {
      return null;
    }
    if (!text.isString()) {
      mistakes.add(key, "wants a text");
      return null;
    }
    return text.stringValue();
  }
}
