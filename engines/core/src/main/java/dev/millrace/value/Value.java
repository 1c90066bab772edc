package dev.millrace.value;

/// A value of an item's field: null, boolean, number, text, list or map. Immutable.
///
/// One total order holds over all values, which sorting, grouping and comparing share: null < false
/// < true < numbers by size < texts by code points < lists element by element < maps entry by entry
/// in the order of their keys. Equal values cannot be told apart: a number keeps no trailing zeros
/// and a map keeps its keys sorted.
public sealed interface Value extends Comparable<Value>
    permits Null, Bool, Decimal, Text, ListValue, MapValue {
  /// Whether this is the absent value.
  default boolean isNull() {
    return this instanceof Null;
  }

  /// This value's place among the kinds of values, lowest first.
  int rank();

  /// Compares with a value of the same kind.
  int compareSameKind(Value other);

  @Override
  default int compareTo(Value other) {
    int byKind = Integer.compare(rank(), other.rank());
    return byKind != 0 ? byKind : compareSameKind(other);
  }
}
