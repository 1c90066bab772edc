package dev.millrace.io.docs;

import dev.millrace.feed.Feed;
import dev.millrace.io.feed.FeedReader;
import dev.millrace.io.json.Json;
import dev.millrace.io.plan.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An example of a documentation page: a feed, actions, and what they give.
///
/// @param place where it stands
/// @param feed the feed as JSON
/// @param actions the actions as JSON
/// @param gives what they give as JSON, null when they fail
/// @param error the end of the message they fail with, null when they do not
record DocExample(
    String place, String feed, String actions, @Nullable String gives, @Nullable String error) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /// The examples of a page's `json` blocks: one of actions is a block, those of expressions a line
  /// each.
  static List<DocExample> of(Path page) throws IOException {
    var examples = new ArrayList<DocExample>();
    List<String> lines = Files.readAllLines(page);
    int begin = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```json")) {
        begin = i + 1;
      } else if (lines.get(i).equals("```") && begin >= 0) {
        addBlock(lines.subList(begin, i), begin + 1, examples);
        begin = -1;
      }
    }
    return examples;
  }

  private static void addBlock(List<String> block, int line, List<DocExample> examples) {
    if (block.getFirst().startsWith("{\"feed\"")) {
      JsonNode tree = MAPPER.readTree(String.join("\n", block));
      examples.add(
          new DocExample(
              "line " + line,
              tree.get("feed").toString(),
              tree.get("actions").toString(),
              tree.get("gives").toString(),
              null));
      return;
    }
    for (int i = 0; i < block.size(); i++) {
      examples.add(ofExpression(block.get(i), "line " + (line + i)));
    }
  }

  /// The JSON that a line writes.
  static JsonNode tree(String line) {
    return MAPPER.readTree(line);
  }

  /// The example of an expression that a line writes.
  static DocExample ofExpression(String line, String place) {
    JsonNode tree = tree(line);
    JsonNode item = tree.get("item");
    JsonNode gives = tree.get("gives");
    JsonNode error = tree.get("error");
    return new DocExample(
        place,
        "[" + (item == null ? "{\"none\":null}" : item.toString()) + "]",
        "[{\"set\":{\"result\":" + tree.get("expression") + "}},{\"keep\":[\"result\"]}]",
        gives == null ? null : "[{\"result\":" + gives + "}]",
        error == null ? null : error.stringValue());
  }

  /// The plan of the actions.
  PlanFile plan() {
    return PlanFile.parse("{\"actions\":" + actions + "}", place);
  }

  /// A feed of JSON, by way of a file in a folder.
  static Feed feed(String json, Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "feed", ".json");
    Files.writeString(file, json);
    return FeedReader.read(file);
  }

  @Override
  public String toString() {
    return place;
  }
}
