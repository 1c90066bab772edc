package dev.millrace.action;

import dev.millrace.expression.Expression;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Actions whose result for an item depends on that item alone.
public sealed interface ItemAction extends Action {
  /// Sets fields, adding those that are new at the end. Every expression sees the item as it was
  /// before the action.
  ///
  /// @param fields the expression for each field
  record SetFields(SequencedMap<String, Expression> fields) implements ItemAction {}

  /// Removes fields.
  ///
  /// @param fields their names
  record RemoveFields(List<String> fields) implements ItemAction {}

  /// Renames fields, which keep their places.
  ///
  /// @param fields the new name of each
  record RenameFields(SequencedMap<String, String> fields) implements ItemAction {}

  /// Keeps only some fields, in the order given.
  ///
  /// @param fields their names
  record KeepFields(List<String> fields) implements ItemAction {}

  /// Keeps the items for which a condition is true; a null one counts as false.
  ///
  /// @param condition the condition
  record Filter(Expression condition) implements ItemAction {}

  /// Makes of each item one for every element of a list, in order. An item whose list is null or
  /// empty gives none.
  ///
  /// @param field the field that holds the list
  /// @param into the field that gets the element, `field` itself when absent
  record Explode(String field, @Nullable String into) implements ItemAction {}
}
