package dev.millrace.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The problems found in a list of actions, each with the path to its place.
final class Problems {
  private final List<String> found = new ArrayList<>();

  /// Adds a problem.
  void add(String path, String problem) {
    found.add(path + ": " + problem);
  }

  /// Adds that a name is not known, with the known name it may be a misspelling of.
  void addUnknown(String path, String kind, String name, String where, Collection<String> known) {
    String hint = Suggestion.near(name, known);
    String problem = kind + " '" + name + "' is not " + where;
    add(path, hint == null ? problem : problem + "; did you mean '" + hint + "'?");
  }

  /// What was found, in the order of the plan.
  List<String> found() {
    return List.copyOf(found);
  }
}
