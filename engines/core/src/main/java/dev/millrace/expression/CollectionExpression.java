package dev.millrace.expression;

import java.util.List;
import java.util.Map;

/// Expressions over lists and maps.
public sealed interface CollectionExpression extends Expression {
  /// A list of the operands, null ones included.
  ///
  /// @param of the operands
  record ListOf(List<Expression> of) implements CollectionExpression {}

  /// A map of the given entries, null values included.
  ///
  /// @param of the values under their keys
  record MapOf(Map<String, Expression> of) implements CollectionExpression {}

  /// An element of a list, null when there is none at that place.
  ///
  /// @param list the list
  /// @param index the place, counted from 0; a negative one counts back from the end
  record ElementAt(Expression list, Expression index) implements CollectionExpression {}

  /// How many elements a list, or entries a map, has.
  ///
  /// @param of the list or map
  record Size(Expression of) implements CollectionExpression {}

  /// The value in a map under a key, null when there is none.
  ///
  /// @param map the map
  /// @param key the key, a text
  record Get(Expression map, Expression key) implements CollectionExpression {}

  /// A map with another value under a key; a null value is kept as null. Only a null map or key
  /// gives null.
  ///
  /// @param map the map
  /// @param key the key, a text
  /// @param value the value
  record Put(Expression map, Expression key, Expression value) implements CollectionExpression {}
}
