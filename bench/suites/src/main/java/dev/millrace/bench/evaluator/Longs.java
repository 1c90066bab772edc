package dev.millrace.bench.evaluator;

import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Whole numbers from 0 up to a bound, all as likely as another and in no order.
///
/// @param bound what all of them are below
record Longs(int bound) implements Table<Long> {
  private static final long SEED = 1;
  private static final Schema SCHEMA = Schema.of(new Column("x", Type.NUMBER));

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public List<Long> rows(int count) {
    var random = new SplittableRandom(SEED);
    var rows = new ArrayList<Long>(count);
    for (int i = 0; i < count; i++) {
      rows.add((long) random.nextInt(bound));
    }
    return rows;
  }

  @Override
  public Value[] values(Long row) {
    return new Value[] {Decimal.of(row)};
  }

  /// The same numbers, one after another in memory.
  static long[] flat(List<Long> rows) {
    return rows.stream().mapToLong(Long::longValue).toArray();
  }

  /// The first of some numbers as objects.
  static List<Long> boxed(long[] numbers) {
    var boxed = new ArrayList<Long>(numbers.length);
    for (long number : numbers) {
      boxed.add(number);
    }
    return boxed;
  }
}
