package dev.millrace.generate;

import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// How the keys of a generated feed are distributed.
public enum Keys {
  /// A few keys, evenly.
  FEW,
  /// Each key 0 to 7 times, mixed.
  MULTIPLICITIES,
  /// Three keys, with 60, 20 and 20 of a hundred items.
  SKEWED,
  /// The k-th key with a share in proportion to 1/k.
  ZIPF,
  /// One key.
  ALL_EQUAL,
  /// As many keys as items.
  ALL_DISTINCT,
  /// Ascending keys, some more than once.
  PRESORTED,
  /// Descending keys, some more than once.
  REVERSED,
  /// A few keys, half of them null.
  NULLS,
  /// Keys of several types, null among them; no column has a type for it.
  MIXED;

  private static final List<Keys> NUMBERS =
      List.of(
          FEW, MULTIPLICITIES, SKEWED, ZIPF, ALL_EQUAL, ALL_DISTINCT, PRESORTED, REVERSED, NULLS);

  /// A distribution whose keys are numbers or null.
  public static Keys ofNumbers(RandomGenerator random) {
    return NUMBERS.get(random.nextInt(NUMBERS.size()));
  }

  /// That many keys.
  public List<Value> of(RandomGenerator random, int size) {
    var keys = new ArrayList<Value>(size);
    while (keys.size() < size) {
      keys.add(next(random, keys.size(), size));
    }
    return this == MULTIPLICITIES ? multiplicities(random, size) : keys;
  }

  private Value next(RandomGenerator random, int index, int size) {
    return switch (this) {
      case FEW, MULTIPLICITIES -> Decimal.of(random.nextInt(5));
      case SKEWED -> Decimal.of(Math.max(0, random.nextInt(5) - 2));
      case ZIPF -> Decimal.of((long) Math.exp(random.nextDouble() * Math.log(size + 1.0)));
      case ALL_EQUAL -> Decimal.of(7);
      case ALL_DISTINCT -> Decimal.of(index * 7_919L % 1_000_003);
      case PRESORTED -> Decimal.of(index * 2 / 3);
      case REVERSED -> Decimal.of((size - index) * 2 / 3);
      case NULLS -> random.nextBoolean() ? Null.NULL : Decimal.of(random.nextInt(3));
      case MIXED ->
          List.of(Null.NULL, Bool.FALSE, Decimal.ONE, Text.of("1"), Text.EMPTY)
              .get(random.nextInt(5));
    };
  }

  private static List<Value> multiplicities(RandomGenerator random, int size) {
    var keys = new ArrayList<Value>(size);
    for (int key = 0; keys.size() < size; key++) {
      for (int i = random.nextInt(8); i > 0 && keys.size() < size; i--) {
        keys.add(Decimal.of(key));
      }
    }
    Collections.shuffle(keys, new java.util.Random(random.nextLong()));
    return keys;
  }
}
