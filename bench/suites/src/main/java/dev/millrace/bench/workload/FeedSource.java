package dev.millrace.bench.workload;

import dev.millrace.feed.Feed;
import dev.millrace.io.feed.FeedReader;
import dev.millrace.io.feed.Repeat;
import dev.millrace.io.file.InputException;
import dev.millrace.io.generate.FeedGenerator;
import dev.millrace.plan.Suggestion;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a feed comes from, so that every fork can get the same one.
public sealed interface FeedSource {
  /// The seed of the generated feed, unless told otherwise.
  long DEFAULT_SEED = 1;

  /// Makes or reads the feed.
  Feed load();

  /// The built-in feed.
  ///
  /// @param seed what it is generated from
  /// @param items how many items it has
  record Generated(long seed, int items) implements FeedSource {
    @Override
    public Feed load() {
      return FeedGenerator.generate(seed, items);
    }
  }

  /// A feed of the user's own.
  ///
  /// @param file the file
  /// @param copies how many times its items are taken, one copy after another; null for as many as
  ///   give [#ENOUGH] items
  /// @param key the field whose values are made different from copy to copy; null for equal copies
  record FromFile(Path file, @Nullable Integer copies, @Nullable String key) implements FeedSource {
    /// How many items make runs long enough to time.
    public static final int ENOUGH = 10_000;

    /// @throws InputException if the file cannot be read, is empty, or has no such key
    @Override
    public Feed load() {
      Feed feed = FeedReader.read(file);
      if (feed.size() == 0) {
        throw new InputException(file + ": has no items to measure with");
      }
      if (key != null && !feed.schema().contains(key)) {
        String near = Suggestion.near(key, feed.schema().names());
        String hint = near == null ? "" : "; did you mean '" + near + "'?";
        throw new InputException(file + ": has no field '" + key + "'" + hint);
      }
      int times = copies == null ? Math.ceilDiv(ENOUGH, feed.size()) : copies;
      if ((long) times * feed.size() > Integer.MAX_VALUE) {
        throw new InputException(
            file + ": " + times + " copies are more items than a feed can hold");
      }
      return Repeat.of(feed, times, key);
    }
  }
}
