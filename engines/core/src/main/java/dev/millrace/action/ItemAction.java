package dev.millrace.action;

import dev.millrace.expression.Expression;
import dev.millrace.feed.Feed;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
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

  /// Gives fields a value where they have none: where the item's value is null, or where the feed
  /// has no such field at all, which is then added. Every expression sees the item as it was before
  /// the action, and is evaluated only for items that want it.
  ///
  /// @param fields the value for each field
  record FillMissing(SequencedMap<String, Expression> fields) implements ItemAction {}

  /// Splits a text field at a separator: the first part goes to the first of some fields, and so
  /// on. The last one takes all that is left, separators included; fields for which there is no
  /// part are null, and so are all when the text is. The text field itself stays.
  ///
  /// @param field the field that holds the text
  /// @param separator what stands between parts, not empty
  /// @param into the fields that get the parts
  record SplitField(String field, String separator, List<String> into) implements ItemAction {}

  /// Writes fields as texts into one, a separator between; nulls are passed over, and the result is
  /// null when all are. The fields themselves stay.
  ///
  /// @param fields the fields to merge
  /// @param into the field that gets the text
  /// @param separator what stands between, a space when absent
  record MergeFields(List<String> fields, String into, @Nullable String separator)
      implements ItemAction {}

  /// Replaces the values of a field by a table.
  ///
  /// @param field the field
  /// @param with what becomes of some values, no value twice
  /// @param otherwise what becomes of every other value, null included; they stay when absent
  record ReplaceValues(String field, List<Replacement> with, @Nullable Value otherwise)
      implements ItemAction {}

  /// A value that [ReplaceValues] replaces.
  ///
  /// @param from the old value
  /// @param to the new value
  record Replacement(Value from, Value to) {}

  /// Looks each item up in a table and sets fields to what the row found there holds, as
  /// [SetFields] does. A null key matches nothing.
  ///
  /// Work O(table) for each run and O(1) for each item, memory O(table).
  ///
  /// @param key what is looked up
  /// @param table the table; no key stands in it twice, rows with a null key aside
  /// @param on the column of the table that holds the keys
  /// @param take the columns of the table that items get, under the same names
  /// @param unmatched what happens to an item whose key the table does not have; its fields are
  ///   null when absent
  record Lookup(
      Expression key, Feed table, String on, List<String> take, @Nullable Unmatched unmatched)
      implements ItemAction {}

  /// What happens to an item that [Lookup] does not find.
  enum Unmatched {
    /// The fields taken from the table are null.
    NULL,
    /// The item is left out.
    DROP
  }

  /// Keeps a share of the items, chosen by a hash of a key: items with equal keys all stay or all
  /// go, on every engine and in every run, and a smaller share keeps some of those that a larger
  /// one keeps.
  ///
  /// @param by the key; a null one is a key like any other
  /// @param share how much of all keys is kept, from 0 to 1
  record Sample(Expression by, Decimal share) implements ItemAction {}

  /// Keeps the items for which an expression has one of some values. One look into a hash table for
  /// each item, however long the list.
  ///
  /// @param of what is looked for, null included
  /// @param values the values, at least one
  record KeepListed(Expression of, List<Value> values) implements ItemAction {}

  /// Leaves out the items for which an expression has one of some values. One look into a hash
  /// table for each item, however long the list.
  ///
  /// @param of what is looked for, null included
  /// @param values the values, at least one
  record DropListed(Expression of, List<Value> values) implements ItemAction {}

  /// Asserts a condition. An item for which it is not true, null included, has an item error with
  /// the message; so it fails the run, is dropped, or, where the policy is null, goes on as it is
  /// with its error listed.
  ///
  /// @param condition what must be true
  /// @param message what is wrong with an item for which it is not
  record Validate(Expression condition, String message) implements ItemAction {}
}
