package dev.millrace.engine;

/// A run failed because an item has an error and the policy is [OnError#FAIL].
public final class ItemException extends RuntimeException {
  private final ItemError error;

  /// An exception for the first error in the order of the items.
  public ItemException(ItemError error) {
    super(error.toString(), null, false, false);
    this.error = error;
  }

  /// The first error in the order of the items.
  public ItemError error() {
    return error;
  }
}
