package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Addresses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A sort of many items in three stages, each of some tasks: stripes of the items are read, and
/// counted by the leading bits of the first level that tells many apart; stripes are distributed to
/// parts, each of which has a range of these bits; parts are sorted.
///
/// A sample tells which level that is, and between which numbers most items lie there. Whoever lies
/// outside, or is told apart by a level before, gets the smallest or the largest code, and all that
/// have one of these are sorted from the first level on: the sample decides how fast it is, and
/// never what comes out. After the sample sorts of the 1970s (Frazer and McKellar).
final class Distribution {
  private static final int SAMPLES = 1_024;
  private static final int OUTSIDE = SAMPLES / 256;
  private static final int BUCKET_BITS = 10;
  private static final int STRIPES = 8;
  private static final int PARTS = 16;
  private static final int MOST_ADDRESS_BITS = 48;
  private static final int MOST_PINS = 16;
  private static final long BEFORE = 1L << 61;
  private static final long BEHIND = 1L << 62;

  private final LongSort sort;
  private final Choice choice;
  private final Range range;
  private final Range.Codes codes;
  private final long last;
  private final int[][] counts = new int[STRIPES][];
  private @Nullable Split split;

  /// @param range between what most items lie by their choice
  private Distribution(LongSort sort, Choice choice, Range range) {
    this.sort = sort;
    this.choice = choice;
    this.range = range;
    this.codes = range.codes(Long.SIZE - 2 - sort.addresses().bits());
    this.last = codes.of(range.most()) + 2;
  }

  /// The distribution of a sort; null when no level tells many items apart.
  static @Nullable Distribution of(LongSort sort) {
    Addresses addresses = sort.addresses();
    if (addresses.bits() > MOST_ADDRESS_BITS) {
      return null;
    }
    long[] sample =
        IntStream.range(0, SAMPLES)
            .mapToLong(i -> addresses.of((int) ((long) i * addresses.count() / SAMPLES)))
            .toArray();
    var pins = new ArrayList<Pin>();
    for (int level = 0; level < sort.levels().size(); level++) {
      SortLevel by = sort.levels().get(level);
      for (; by != null && pins.size() < MOST_PINS; by = by.rest(Long.SIZE)) {
        long[] numbers = sorted(sample, by);
        long middle = numbers[SAMPLES / 2];
        if (Arrays.stream(numbers).filter(number -> number == middle).count() < SAMPLES / 2) {
          var range = new Range(numbers[OUTSIDE], numbers[SAMPLES - 1 - OUTSIDE]);
          return new Distribution(sort, new Choice(pins, level, by), range);
        }
        pins.add(new Pin(by, middle));
      }
    }
    return null;
  }

  private static long[] sorted(long[] sample, SortLevel by) {
    var numbers = new long[SAMPLES];
    by.read(sample, 0, SAMPLES, numbers);
    Arrays.sort(numbers);
    return numbers;
  }

  /// What items are distributed by.
  ///
  /// @param pins what most of them have in common before that
  /// @param level which level it is of
  /// @param by the level, or what is left of it
  private record Choice(List<Pin> pins, int level, SortLevel by) {}

  /// What most items have in common.
  ///
  /// @param by a level, or what is left of it
  /// @param number their number there
  private record Pin(SortLevel by, long number) {}

  /// The work, stage after stage.
  List<List<Runnable>> stages() {
    return List.of(
        tasks(STRIPES, this::count), tasks(STRIPES, this::distribute), tasks(PARTS, this::sort));
  }

  private static List<Runnable> tasks(int count, IntConsumer work) {
    return IntStream.range(0, count).<Runnable>mapToObj(i -> () -> work.accept(i)).toList();
  }

  private int begin(int stripe) {
    return (int) ((long) sort.items().length * stripe / STRIPES);
  }

  private int shift() {
    return Math.max(0, Range.bits(last) - BUCKET_BITS);
  }

  /// Reads a stripe: its items with their codes are in the spare room then.
  private void count(int stripe) {
    int from = begin(stripe);
    int to = begin(stripe + 1);
    long[] items = sort.items();
    long[] spare = sort.spare();
    sort.addresses().write(items, from, to);
    markOutside(from, to);
    choice.by.read(items, from, to, spare);
    int shift = shift();
    var counted = new int[(int) (last >>> shift) + 1];
    for (int i = from; i < to; i++) {
      long code = code(items[i], spare[i]);
      counted[(int) (code >>> shift)]++;
      spare[i] = code << sort.addresses().bits() | (items[i] & sort.addresses().mask());
    }
    counts[stripe] = counted;
  }

  private void markOutside(int from, int to) {
    long[] items = sort.items();
    long[] numbers = sort.spare();
    for (Pin pin : choice.pins) {
      pin.by.read(items, from, to, numbers);
      for (int i = from; i < to; i++) {
        if (numbers[i] != pin.number && (items[i] & (BEFORE | BEHIND)) == 0) {
          items[i] |= numbers[i] < pin.number ? BEFORE : BEHIND;
        }
      }
    }
  }

  private long code(long item, long number) {
    if ((item & BEFORE) != 0) {
      return 0;
    }
    if ((item & BEHIND) != 0) {
      return last;
    }
    if (number < range.least()) {
      return 0;
    }
    return number > range.most() ? last : codes.of(number) + 1;
  }

  private void distribute(int stripe) {
    int shift = shift() + sort.addresses().bits();
    Split ends = split();
    int[] next = ends.next[stripe];
    long[] items = sort.items();
    long[] spare = sort.spare();
    int to = begin(stripe + 1);
    for (int i = begin(stripe); i < to; i++) {
      long item = spare[i];
      items[next[ends.partOf[(int) (item >>> shift)]]++] = item;
    }
  }

  private void sort(int part) {
    int from = split().starts[part];
    int to = split().starts[part + 1];
    PartSort parts = sort.parts();
    parts.sortCoded(from, to);
    int begin = from;
    while (begin < to && sort.items()[begin] >>> sort.addresses().bits() == 0) {
      begin++;
    }
    int end = to;
    while (end > begin && sort.items()[end - 1] >>> sort.addresses().bits() == last) {
      end--;
    }
    parts.sort(from, begin);
    parts.sortTies(begin, end, choice.level, choice.by.rest(Long.SIZE - codes.dropped()));
    parts.sort(end, to);
  }

  private synchronized Split split() {
    Split known = split;
    if (known == null) {
      known = Split.of(counts, sort.items().length);
      split = known;
    }
    return known;
  }

  /// Which part the items of each bucket go to, and where.
  ///
  /// @param partOf the part of each bucket
  /// @param next for each stripe and part the place of its next item
  /// @param starts where each part begins, and at the end how many items there are
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Split(int[] partOf, int[][] next, int[] starts) {
    /// Parts of about the same size.
    static Split of(int[][] counts, int size) {
      var partOf = new int[counts[0].length];
      var next = new int[STRIPES][PARTS];
      int before = 0;
      for (int bucket = 0; bucket < partOf.length; bucket++) {
        int part = Math.min(PARTS - 1, (int) ((long) before * PARTS / size));
        partOf[bucket] = part;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
          next[stripe][part] += counts[stripe][bucket];
          before += counts[stripe][bucket];
        }
      }
      var starts = new int[PARTS + 1];
      int start = 0;
      for (int part = 0; part < PARTS; part++) {
        starts[part] = start;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
          int count = next[stripe][part];
          next[stripe][part] = start;
          start += count;
        }
      }
      starts[PARTS] = start;
      return new Split(partOf, next, starts);
    }
  }
}
