package dev.millrace.engine;

/// What happens to an item for which an expression has no value.
public enum OnError {
  /// The run fails with the first error in the order of the items.
  FAIL,
  /// The whole expression of the action gives null, the item goes on, and the error is listed.
  NULL,
  /// The item is left out, and the error is listed.
  DROP
}
