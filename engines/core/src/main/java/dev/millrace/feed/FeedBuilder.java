package dev.millrace.feed;

import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// Takes the items of a feed one by one, while its columns may not be known yet. The rows are
/// counted from 0.
///
/// For one thread, and for one feed.
public sealed interface FeedBuilder permits ObjectFeedBuilder, CompactFeedBuilder {
  /// A conversion of a value.
  @FunctionalInterface
  interface Conversion {
    /// The converted value, or null when it cannot be converted.
    @Nullable Value of(Value value);
  }

  /// A builder of a feed that is held in a way.
  static FeedBuilder of(Storage storage) {
    return switch (storage) {
      case OBJECTS -> new ObjectFeedBuilder();
      case COMPACT -> new CompactFeedBuilder();
    };
  }

  /// How many items were added.
  int size();

  /// Adds an item that owns its values. It may have fewer than the feed will have columns: the
  /// further ones are null.
  void add(Value... values);

  /// Converts all values of a column that every item so far has, or none if one cannot be
  /// converted.
  ///
  /// @return whether they were
  boolean convert(int column, Conversion conversion);

  /// The feed. Nothing is added afterwards.
  Feed build(Schema schema);
}
