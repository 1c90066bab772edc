package dev.millrace.plan;

import static dev.millrace.feed.Type.ANY;

import dev.millrace.expression.Expression;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What rules of actions ask of fields, expressions and lists. What is not met is noted as a
/// problem, and the rule goes on.
///
/// @param problems where problems are noted
record Demands(Problems problems) {
  /// The type of a field that must be in the feed.
  Type field(String name, Schema before, String path) {
    return field(name, before, path, "feed");
  }

  /// The type of a field that must be there.
  ///
  /// @param where what has the schema: a feed or a table
  Type field(String name, Schema schema, String path, String where) {
    Type type = schema.typeOf(name);
    if (type == null) {
      problems.addUnknown(path, "field", name, "in the " + where, schema.names());
      return ANY;
    }
    return type;
  }

  /// A field that must be in the feed and may be of a type.
  void fieldOf(Type wanted, String name, Schema before, String path) {
    Type type = field(name, before, path);
    if (!type.mayBe(wanted)) {
      problems.add(path, "field '" + name + "' is " + type + ", not " + wanted);
    }
  }

  /// An expression that must have a value of a type.
  ///
  /// @return the schema before, for actions that change nothing
  Schema expect(Type wanted, Expression expression, Schema before, String path) {
    new ExpressionTypes(before, Map.of(), problems).expect(wanted, expression, path);
    return before;
  }

  /// The type of an expression.
  Type typeOf(Expression expression, Schema before, String path) {
    return new ExpressionTypes(before, Map.of(), problems).of(expression, path);
  }

  /// Keys, at least one.
  ///
  /// @return the schema before, for actions that change nothing
  Schema keys(List<Expression> keys, Schema before, String path) {
    notEmpty(keys.size(), path, "key");
    for (int i = 0; i < keys.size(); i++) {
      typeOf(keys.get(i), before, path + "[" + i + "]");
    }
    return before;
  }

  /// A number that must not be negative.
  ///
  /// @return the schema before, for actions that change nothing
  Schema notNegative(long count, Schema before, String path) {
    if (count < 0) {
      problems.add(path, "wants a number that is not negative, not " + count);
    }
    return before;
  }

  /// A list or map that must not be empty.
  void notEmpty(int size, String path, String what) {
    if (size == 0) {
      problems.add(path, "wants at least one " + what);
    }
  }

  /// Names of fields, at least one and none twice.
  void distinct(List<String> names, String path) {
    notEmpty(names.size(), path, "field");
    var seen = new HashSet<String>();
    for (String name : names) {
      if (!seen.add(name)) {
        problems.add(path, "field '" + name + "' is named twice");
      }
    }
  }
}
