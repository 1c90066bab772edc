package dev.millrace.evaluator.vectorised;

import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.evaluator.fused.KeyOrder;
import dev.millrace.evaluator.vectorised.SortLevel.ByIndex;
import dev.millrace.evaluator.vectorised.SortLevel.ByPlace;
import dev.millrace.evaluator.vectorised.SortLevel.OfBytes;
import dev.millrace.evaluator.vectorised.SortLevel.OfCodes;
import dev.millrace.evaluator.vectorised.SortLevel.OfNumbers;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.Addresses;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the levels of sort keys: one for whether there is a key at all, if some have none, then
/// one for a number, or one for every few characters of a text. Codes are as their values' ranks.
/// Keys of any other kind, or of several kinds, are sorted as objects first and their ranks are the
/// level.
///
/// @param key the sort key
/// @param addresses where the items lie
record SortLevels(SortKey key, Addresses addresses) {
  private static final int MOST_KEPT = 8;

  /// The levels of a sort key.
  ///
  /// @param items the items
  /// @param index which of their keys it is
  List<SortLevel> of(KeyedItems items, int index) {
    Codes codes = Codes.of(items, index);
    return codes == null ? of(KeyParts.of(items, index)) : List.of(ofCodes(codes));
  }

  private List<SortLevel> of(KeyParts parts) {
    Numbers[] numbers = parts.numbers();
    if (numbers != null) {
      return ofNumbers(numbers);
    }
    Texts[] texts = parts.latin();
    if (texts != null) {
      return ofTexts(texts, parts);
    }
    @Nullable String[] strings = parts.strings();
    return strings != null ? ofStrings(strings) : List.of(ranks(parts.values()));
  }

  private long flip() {
    return key.order() == SortOrder.DESCENDING ? -1 : 0;
  }

  private long ofNull() {
    return key.nullOrder() == NullOrder.LAST ? 1 : -1;
  }

  private SortLevel ofCodes(Codes codes) {
    int size = codes.bound();
    KeyParts values = KeyParts.of(codes.dictionary().dense(), size);
    var inOnePiece = Addresses.of(values.starts());
    var sort = new LongSort(new SortLevels(key, inOnePiece).of(values), inOnePiece);
    sort.run();
    var ranks = new int[size];
    for (int i = 0; i < size; i++) {
      ranks[inOnePiece.place(sort.items()[i])] = i;
    }
    return new OfCodes(addresses, codes.of(), ranks);
  }

  private List<SortLevel> ofNumbers(Numbers[] numbers) {
    var levels = new ArrayList<SortLevel>();
    long[][] unscaled = Arrays.stream(numbers).map(Numbers::unscaled).toArray(long[][]::new);
    if (Arrays.stream(numbers).anyMatch(Numbers::hasNulls)) {
      long ofNull = ofNull();
      levels.add(
          new ByPlace(
              addresses, (piece, place) -> unscaled[piece][place] == Numbers.NULL ? ofNull : 0));
    }
    levels.add(new OfNumbers(addresses, unscaled, flip()));
    return levels;
  }

  /// Bytes and then the length: texts that differ in nothing but zeros at their ends, which is what
  /// stands for the bytes behind an end, are told apart by the latter.
  private List<SortLevel> ofTexts(Texts[] texts, KeyParts parts) {
    int longest = 0;
    boolean hasNulls = false;
    for (int i = 0; i < texts.length; i++) {
      for (int j = 0; j < parts.size(i); j++) {
        longest = Math.max(longest, texts[i].length(j));
        hasNulls |= texts[i].isNull(j);
      }
    }
    var levels = new ArrayList<SortLevel>();
    if (hasNulls) {
      long ofNull = ofNull();
      levels.add(new ByPlace(addresses, (piece, place) -> texts[piece].isNull(place) ? ofNull : 0));
    }
    long flip = flip();
    levels.add(new OfBytes(addresses, texts, longest, 0, flip ^ Long.MIN_VALUE));
    levels.add(new ByPlace(addresses, (piece, place) -> texts[piece].length(place) ^ flip));
    return levels;
  }

  private List<SortLevel> ofStrings(@Nullable String[] texts) {
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
      long ofNull = ofNull();
      levels.add(new ByIndex(addresses, i -> texts[i] == null ? ofNull : 0));
    }
    int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(union));
    int each = (Long.SIZE - 1) / bits;
    var characters = new ArrayList<Characters>();
    for (int from = 0; from < longest; from += each) {
      characters.add(new Characters(texts, from, each, bits, flip()));
    }
    int kept = Math.min(MOST_KEPT, characters.size());
    levels.addAll(kept(texts, characters.subList(0, kept)));
    characters.stream()
        .skip(kept)
        .forEach(some -> levels.add(new ByIndex(addresses, some::number)));
    return levels;
  }

  private static Value[] values(@Nullable String[] texts) {
    return Arrays.stream(texts)
        .map(text -> text == null ? Null.NULL : Text.of(text))
        .toArray(Value[]::new);
  }

  /// Levels read at once, one text after another: the texts lie all over the heap, and the sort
  /// wants them in many orders.
  private List<SortLevel> kept(@Nullable String[] texts, List<Characters> levels) {
    var numbers = new long[levels.size()][texts.length];
    for (int i = 0; i < texts.length; i++) {
      for (int j = 0; j < numbers.length; j++) {
        numbers[j][i] = levels.get(j).number(i);
      }
    }
    return Arrays.stream(numbers)
        .<SortLevel>map(level -> new ByIndex(addresses, i -> level[i]))
        .toList();
  }

  /// Some characters of each text as one number; the end of the text comes before every character.
  ///
  /// @param texts the texts
  /// @param begin the index of the first character
  /// @param count how many
  /// @param bits how many each takes
  /// @param flip the bits that are turned round
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Characters(@Nullable String[] texts, int begin, int count, int bits, long flip) {
    /// The number of an item.
    long number(int item) {
      String text = texts[item];
      return flip ^ (text == null ? 0 : number(text));
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
    return new ByIndex(addresses, i -> ranks[i]);
  }
}
