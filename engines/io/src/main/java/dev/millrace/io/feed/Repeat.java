package dev.millrace.io.feed;

import dev.millrace.feed.Feed;
import dev.millrace.feed.FeedBuilder;
import dev.millrace.feed.Item;
import dev.millrace.feed.Storage;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes a feed larger by copies of it.
///
/// Where a key field is named, copy k (from 1) has other keys than every other copy: a text gets
/// `-k` at its end, with as many hyphens as it takes to differ from all keys there are; a number is
/// raised by k times the whole number above the distance of the largest key from the smallest.
/// Other keys stay as they are.
public final class Repeat {
  private Repeat() {}

  /// A feed of `copies` copies of a feed, one after another, its rows numbered anew; its items are
  /// objects.
  ///
  /// @param key the field whose values are kept apart; none are when null
  /// @throws IllegalArgumentException if there is no such field, or no copy is asked for
  public static Feed of(Feed feed, int copies, @Nullable String key) {
    return of(feed, copies, key, Storage.OBJECTS);
  }

  /// The same, held in a way.
  ///
  /// @param key the field whose values are kept apart; none are when null
  /// @throws IllegalArgumentException if there is no such field, or no copy is asked for
  public static Feed of(Feed feed, int copies, @Nullable String key, Storage storage) {
    if (copies < 1) {
      throw new IllegalArgumentException("copies: " + copies);
    }
    int column = key == null ? -1 : feed.schema().indexOf(key);
    if (key != null && column < 0) {
      throw new IllegalArgumentException("no field '" + key + "' to keep copies apart by");
    }
    Math.multiplyExact(feed.size(), copies);
    var keys = column < 0 ? null : new Keys(feed, column);
    var repeated = FeedBuilder.of(storage);
    for (int copy = 0; copy < copies; copy++) {
      for (Item item : feed) {
        Value[] values = item.copy(item.size());
        if (keys != null && copy > 0) {
          values[column] = keys.inCopy(values[column], copy);
        }
        repeated.add(values);
      }
    }
    return repeated.build(feed.schema());
  }

  /// What keeps the keys of a feed's copies apart.
  private static final class Keys {
    private final Decimal step;
    private final String hyphens;

    Keys(Feed feed, int column) {
      var values = new ArrayList<Value>(feed.size());
      feed.forEach(item -> values.add(item.get(column)));
      step = step(values);
      hyphens = hyphens(values);
    }

    Value inCopy(Value key, int copy) {
      return switch (key) {
        case Text(var text) -> Text.of(text + hyphens + copy);
        case Decimal number -> number.plus(step.times(Decimal.of(copy)));
        default -> key;
      };
    }

    private static Decimal step(List<Value> keys) {
      List<Decimal> numbers =
          keys.stream()
              .filter(Decimal.class::isInstance)
              .map(Decimal.class::cast)
              .sorted()
              .toList();
      return numbers.isEmpty()
          ? Decimal.ONE
          : numbers
              .getLast()
              .minus(numbers.getFirst())
              .round(0, RoundingMode.FLOOR)
              .plus(Decimal.ONE);
    }

    private static String hyphens(List<Value> keys) {
      String hyphens = "-";
      while (endWithNumberAfter(hyphens, keys)) {
        hyphens += "-";
      }
      return hyphens;
    }

    private static boolean endWithNumberAfter(String hyphens, List<Value> keys) {
      var ending = Pattern.compile("(?s).*" + hyphens + "[0-9]+");
      return keys.stream()
          .anyMatch(key -> key instanceof Text(var text) && ending.matcher(text).matches());
    }
  }
}
