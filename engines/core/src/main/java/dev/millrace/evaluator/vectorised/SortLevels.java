package dev.millrace.evaluator.vectorised;

import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.evaluator.fused.KeyOrder;
import dev.millrace.evaluator.vectorised.KeyColumn.OfCodes;
import dev.millrace.evaluator.vectorised.KeyColumn.OfNumbers;
import dev.millrace.evaluator.vectorised.KeyColumn.OfTexts;
import dev.millrace.evaluator.vectorised.KeyColumn.OfValues;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.Dictionary;
import dev.millrace.vector.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes the levels of sort keys: one for whether there is a key at all, if some have none, then
/// one for a number, or one for every few characters of a text. Codes are as their values' ranks.
/// Keys of any other kind, or of several kinds, are sorted as objects first and their ranks are the
/// level.
///
/// @param key the sort key
record SortLevels(SortKey key) {
  private static final long LARGEST_HALF = 0xFFFF_FFFFL;
  private static final int MOST_KEPT = 8;

  /// The levels of a sort key.
  ///
  /// @param column its values
  List<SortLevel> of(KeyColumn column) {
    return switch (column) {
      case OfNumbers(var numbers, _) -> ofNumbers(numbers);
      case OfTexts(var texts) -> ofTexts(texts);
      case OfValues(var values) -> List.of(ranks(values));
      case OfCodes(var codes, var dictionary) -> List.of(ranks(codes, dictionary));
    };
  }

  private boolean isDescending() {
    return key.order() == SortOrder.DESCENDING;
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
      long begin = isDescending() ? most : least;
      levels.add((items, from, into) -> distances(numbers, begin, items, from, into));
    } else {
      levels.add(half(numbers, number -> (number >> Integer.SIZE) - Integer.MIN_VALUE));
      levels.add(half(numbers, number -> number & LARGEST_HALF));
    }
    return levels;
  }

  private static void distances(long[] numbers, long begin, int[] items, int from, long[] into) {
    for (int i = 0; i < into.length; i++) {
      long number = numbers[items[from + i]];
      into[i] = number == Numbers.NULL ? 0 : Math.abs(number - begin);
    }
  }

  /// Half of the bits of each number, as an unsigned one.
  private SortLevel half(long[] numbers, LongUnaryOperator bits) {
    boolean isDescending = isDescending();
    return level(i -> {
      long half = bits.applyAsLong(numbers[i]);
      return isDescending ? LARGEST_HALF - half : half;
    });
  }

  private static SortLevel level(IntToLongFunction number) {
    return (items, from, into) -> {
      for (int i = 0; i < into.length; i++) {
        into[i] = number.applyAsLong(items[from + i]);
      }
    };
  }

  private SortLevel nullLevel(IntPredicate isNull) {
    int ofNull = key.nullOrder() == NullOrder.LAST ? 1 : 0;
    return level(i -> isNull.test(i) ? ofNull : 1 - ofNull);
  }

  private List<SortLevel> ofTexts(@Nullable String[] texts) {
    int longest = 0;
    int union = 0;
    boolean hasNulls = false;
    boolean hasSurrogates = false;
    for (String present : texts) {
      hasNulls |= present == null;
      String text = present == null ? "" : present;
      longest = Math.max(longest, text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        union |= c + 1;
        hasSurrogates |= Character.isSurrogate(c);
      }
    }
    if (hasSurrogates) {
      return List.of(ranks(values(texts)));
    }
    var levels = new ArrayList<SortLevel>();
    if (hasNulls) {
      levels.add(nullLevel(i -> texts[i] == null));
    }
    int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(union));
    int each = (Long.SIZE - 1) / bits;
    var characters = new ArrayList<Characters>();
    for (int from = 0; from < longest; from += each) {
      characters.add(new Characters(texts, from, each, bits, isDescending()));
    }
    int kept = Math.min(MOST_KEPT, characters.size());
    levels.addAll(kept(texts, characters.subList(0, kept)));
    levels.addAll(characters.subList(kept, characters.size()));
    return levels;
  }

  /// Levels read at once, one text after another: the texts lie all over the heap, and the sort
  /// wants them in many orders.
  private static List<SortLevel> kept(@Nullable String[] texts, List<Characters> levels) {
    var numbers = new long[levels.size()][texts.length];
    for (int i = 0; i < texts.length; i++) {
      for (int j = 0; j < numbers.length; j++) {
        numbers[j][i] = levels.get(j).number(i);
      }
    }
    return Arrays.stream(numbers).map(SortLevels::level).toList();
  }

  private static SortLevel level(long[] numbers) {
    return (items, from, into) -> {
      for (int i = 0; i < into.length; i++) {
        into[i] = numbers[items[from + i]];
      }
    };
  }

  /// Some characters of each text as one number; the end of the text comes before every character.
  ///
  /// @param texts the texts
  /// @param begin the index of the first character
  /// @param count how many
  /// @param bits how many each takes
  /// @param isDescending whether the last text comes first
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Characters(
      @Nullable String[] texts, int begin, int count, int bits, boolean isDescending)
      implements SortLevel {
    @Override
    public void read(int[] items, int from, long[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] = number(items[from + i]);
      }
    }

    /// The number of an item.
    long number(int item) {
      String text = texts[item];
      long number = text == null ? 0 : number(text);
      return isDescending ? (1L << (count * bits)) - 1 - number : number;
    }

    private long number(String text) {
      int end = Math.min(text.length(), begin + count);
      long number = 0;
      for (int i = begin; i < end; i++) {
        number = (number << bits) | (text.charAt(i) + 1);
      }
      return number << (bits * (begin + count - Math.max(begin, end)));
    }
  }

  /// The ranks of codes, which are those of what they stand for.
  private SortLevel ranks(int[] codes, Dictionary dictionary) {
    KeyColumn values = KeyColumn.of(dictionary.dense(), dictionary.size());
    int[] order = new LongSort(of(values)).order(dictionary.size());
    var ranks = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i;
    }
    return level(i -> ranks[codes[i]]);
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
    return level(i -> ranks[i]);
  }
}
