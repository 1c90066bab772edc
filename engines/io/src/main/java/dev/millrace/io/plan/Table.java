package dev.millrace.io.plan;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Type;
import dev.millrace.io.feed.FeedReader;
import dev.millrace.io.feed.ReadOptions;
import dev.millrace.io.file.InputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;

/// A feed that a plan holds or names. In JSON `{"file": …}` or `{"items": …}`, either with
/// `columns`; a text stands for a file, and an array for items.
///
/// @param file the path of a feed file, relative to the plan file, null when the plan holds items
/// @param items the items, null when the plan names a file
/// @param columns the types of some columns, which are then not inferred
record Table(
    @Nullable String file, @Nullable JsonNode items, @Nullable SequencedMap<String, Type> columns) {
  /// Checks that either a file or items are given.
  Table {
    if ((file == null) == (items == null)) {
      throw new IllegalArgumentException("wants either 'file' or 'items'");
    }
    if (items != null && !items.isArray()) {
      throw new IllegalArgumentException("'items' wants a list of objects");
    }
  }

  /// The table that a text or an array stands for.
  static Table of(JsonNode node) {
    return node.isString()
        ? new Table(node.stringValue(), null, null)
        : new Table(null, node, null);
  }

  /// Reads the table.
  ///
  /// @param plan the file of the plan
  /// @throws InputException if the table cannot be read
  Feed read(Path plan) {
    SequencedMap<String, Type> types =
        columns == null ? Collections.unmodifiableSequencedMap(new LinkedHashMap<>()) : columns;
    if (items != null) {
      try (JsonParser parser = items.traverse(ObjectReadContext.empty())) {
        return FeedReader.read(parser, "items", types);
      }
    }
    return FeedReader.read(path(plan), new ReadOptions(types, Set.of("null")));
  }

  private Path path(Path plan) {
    try {
      return plan.resolveSibling(String.valueOf(file));
    } catch (InvalidPathException noPath) {
      throw new InputException("'" + file + "' is not a path: " + noPath.getReason());
    }
  }
}
