package dev.millrace.io.plan;

import dev.millrace.function.Require;
import dev.millrace.io.file.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is wrong in a plan file, each with its path. Every method that notes something returns
/// null, which stands for the part that could not be read.
final class Mistakes {
  private final List<String> found = new ArrayList<>();

  /// What was found, in the order of reading.
  List<String> found() {
    return List.copyOf(found);
  }

  /// How many were found.
  int count() {
    return found.size();
  }

  /// Notes a problem.
  @Nullable Object add(String path, String problem) {
    found.add(path + ": " + problem);
    return null;
  }

  /// Notes that a name is not known, with the known name it may be a misspelling of.
  @Nullable Object unknown(String path, String noun, String name, Collection<String> known) {
    String article = noun.startsWith("a") || noun.startsWith("e") ? "an" : "a";
    String hint = DidYouMean.hint(name, known);
    return add(path, "'" + name + "' is not " + article + " " + noun + hint);
  }

  /// Notes that a part is not what is wanted.
  @Nullable Object wrong(String wanted, JsonNode node, String path) {
    String part =
        switch (node.getNodeType()) {
          case ARRAY -> "a list";
          case OBJECT -> "an object";
          case STRING -> "the text '" + Require.shown(node.stringValue()) + "'";
          default -> Require.shown(node.toString());
        };
    return add(path, "wants " + wanted + ", not " + part);
  }
}
