package dev.millrace.evaluator.vectorised;

import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.evaluator.fused.KeyOrder;
import dev.millrace.evaluator.vectorised.KeyColumn.OfNumbers;
import dev.millrace.evaluator.vectorised.KeyColumn.OfTexts;
import dev.millrace.evaluator.vectorised.KeyColumn.OfValues;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the levels of sort keys: one for whether there is a key at all, if some have none, then
/// one for a number, or one for every few characters of a text. Keys of any other kind, or of
/// several kinds, are sorted as objects first and their ranks are the level.
///
/// @param key the sort key
record SortLevels(SortKey key) {
  private static final long LARGEST_HALF = 0xFFFF_FFFFL;

  /// The levels of a sort key.
  ///
  /// @param column its values
  List<SortLevel> of(KeyColumn column) {
    return switch (column) {
      case OfNumbers(var numbers, _) -> ofNumbers(numbers);
      case OfTexts(var texts) when hasSurrogate(texts) -> List.of(ranks(values(texts)));
      case OfTexts(var texts) -> ofTexts(texts);
      case OfValues(var values) -> List.of(ranks(values));
    };
  }

  private boolean isDescending() {
    return key.order() == SortOrder.DESCENDING;
  }

  /// Whether the order of characters may differ from that of code points.
  private static boolean hasSurrogate(@Nullable String[] texts) {
    for (String text : texts) {
      if (text != null && text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
        return true;
      }
    }
    return false;
  }

  private static Value[] values(@Nullable String[] texts) {
    return Arrays.stream(texts)
        .map(text -> text == null ? Null.NULL : Text.of(text))
        .toArray(Value[]::new);
  }

  private List<SortLevel> ofNumbers(long[] numbers) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    boolean hasNulls = false;
    for (long number : numbers) {
      if (number == Numbers.NULL) {
        hasNulls = true;
      } else {
        least = Math.min(least, number);
        most = Math.max(most, number);
      }
    }
    var levels = new ArrayList<SortLevel>();
    if (hasNulls) {
      levels.add(nullLevel(i -> numbers[i] == Numbers.NULL));
    }
    if (most - least >= 0) {
      levels.add(distance(numbers, least, most));
    } else {
      levels.add(half(i -> (numbers[i] >> Integer.SIZE) - Integer.MIN_VALUE));
      levels.add(half(i -> numbers[i] & LARGEST_HALF));
    }
    return levels;
  }

  private SortLevel distance(long[] numbers, long least, long most) {
    boolean isDescending = isDescending();
    return i -> {
      long number = numbers[i];
      if (number == Numbers.NULL) {
        return 0;
      }
      return isDescending ? most - number : number - least;
    };
  }

  /// Half of the bits of a number, as an unsigned one.
  private SortLevel half(SortLevel bits) {
    return isDescending() ? i -> LARGEST_HALF - bits.of(i) : bits;
  }

  /// Tells where nulls stand.
  private interface Missing {
    boolean at(int index);
  }

  private SortLevel nullLevel(Missing isNull) {
    int ofNull = key.nullOrder() == NullOrder.LAST ? 1 : 0;
    return i -> isNull.at(i) ? ofNull : 1 - ofNull;
  }

  private List<SortLevel> ofTexts(@Nullable String[] texts) {
    var levels = new ArrayList<SortLevel>();
    if (Arrays.stream(texts).anyMatch(text -> text == null)) {
      levels.add(nullLevel(i -> texts[i] == null));
    }
    int longest = 0;
    int union = 0;
    for (String present : texts) {
      String text = present == null ? "" : present;
      longest = Math.max(longest, text.length());
      for (int i = 0; i < text.length(); i++) {
        union |= text.charAt(i) + 1;
      }
    }
    int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(union));
    int each = (Long.SIZE - 1) / bits;
    for (int from = 0; from < longest; from += each) {
      int begin = from;
      levels.add(i -> characters(texts[i], begin, each, bits));
    }
    return levels;
  }

  /// Some characters of a text as one number; the end of the text comes before every character.
  private long characters(@Nullable String present, int from, int count, int bits) {
    String text = present == null ? "" : present;
    long number = 0;
    for (int i = from; i < from + count; i++) {
      number = (number << bits) | (i < text.length() ? text.charAt(i) + 1 : 0);
    }
    return isDescending() ? (1L << (count * bits)) - 1 - number : number;
  }

  /// The ranks of the keys, which are sorted as objects.
  private SortLevel ranks(Value[] values) {
    Comparator<Value> order = KeyOrder.of(key);
    var sorted = new Integer[values.length];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(sorted, (left, right) -> order.compare(values[left], values[right]));
    var ranks = new int[values.length];
    for (int i = 1; i < ranks.length; i++) {
      boolean isTie = order.compare(values[sorted[i - 1]], values[sorted[i]]) == 0;
      ranks[sorted[i]] = ranks[sorted[i - 1]] + (isTie ? 0 : 1);
    }
    return i -> ranks[i];
  }
}
