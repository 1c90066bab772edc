package dev.millrace.io.plan;

import dev.millrace.engine.OnError;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Type;
import dev.millrace.io.feed.FeedReader;
import dev.millrace.io.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an action does to a feed, written down by hand: a line of a file of `golden`, whose name is
/// the action's.
///
/// @param action the action that the case is about
/// @param tree the line: `it` says what is shown; `feed` (with `columns`, the types of some) goes
///   through `actions`; it `gives` items (with `names`, where there is none to tell them), `errors`
///   and `counts`, or `fails`
record GoldenCase(String action, JsonNode tree) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /// The cases of all files of a folder.
  static List<GoldenCase> of(Path folder) throws IOException {
    var cases = new ArrayList<GoldenCase>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String action = file.getFileName().toString().replace(".jsonl", "");
        Files.readAllLines(file)
            .forEach(line -> cases.add(new GoldenCase(action, MAPPER.readTree(line))));
      }
    }
    return cases;
  }

  /// The feed that goes in.
  Feed feed() {
    SequencedMap<String, Type> types = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> column : part("columns").properties()) {
      String type = column.getValue().stringValue();
      types.put(column.getKey(), Type.valueOf(type.toUpperCase(Locale.ROOT)));
    }
    return feed(part("feed"), types);
  }

  /// The actions.
  PlanFile plan() {
    return PlanFile.parse("{\"actions\":" + part("actions") + "}", toString());
  }

  /// What happens to items that have an error.
  OnError onError() {
    JsonNode policy = tree.get("on_error");
    return policy == null
        ? OnError.FAIL
        : OnError.valueOf(policy.stringValue().toUpperCase(Locale.ROOT));
  }

  /// The items that come out.
  Feed gives() {
    return feed(part("gives"), new LinkedHashMap<>());
  }

  /// The fields of the items that come out.
  List<String> names() {
    List<String> names = texts("names");
    return names.isEmpty() ? gives().schema().names() : names;
  }

  /// The item errors.
  List<String> errors() {
    return texts("errors");
  }

  /// Where the items went, in the order of the components of the counts; none when the case does
  /// not say.
  List<Long> counts() {
    return part("counts").valueStream().map(JsonNode::longValue).toList();
  }

  /// The message that the run fails with, null when it does not.
  @Nullable String fails() {
    JsonNode message = tree.get("fails");
    return message == null ? null : message.stringValue();
  }

  private JsonNode part(String name) {
    JsonNode part = tree.get(name);
    return part == null ? MAPPER.missingNode() : part;
  }

  private List<String> texts(String name) {
    return part(name).valueStream().map(JsonNode::stringValue).toList();
  }

  private static Feed feed(JsonNode items, SequencedMap<String, Type> types) {
    return FeedReader.read(items.traverse(ObjectReadContext.empty()), "feed", types);
  }

  @Override
  public String toString() {
    return action + " " + part("it").stringValue();
  }
}
