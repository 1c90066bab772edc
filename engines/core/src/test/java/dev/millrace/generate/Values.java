package dev.millrace.generate;

import dev.millrace.feed.Type;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Generates values of each type, among them the awkward ones.
public final class Values {
  static final List<String> WORDS =
      List.of(
          "red",
          "Shirt",
          "wool",
          "XL",
          "naïve",
          "Größe",
          "шарф",
          "e\u0301t\u00e9",
          "😀",
          "a-b",
          "<b>R&amp;D</b>",
          "100%",
          "EUR",
          "",
          " ");
  private static final List<String> NUMERALS =
      List.of(
          "12",
          "-3.50",
          " 1,299.95 ",
          "1 000",
          "0",
          "1e3",
          "n/a",
          "twelve",
          "",
          "12.99 EUR",
          "true",
          "2024-02-29",
          "2026-11-22T13:45:30",
          "2026-11-22T23:30:00-02:00",
          "4006381333931");

  private final RandomGenerator random;

  /// Generates from a source of randomness.
  public Values(RandomGenerator random) {
    this.random = random;
  }

  /// A value of a type, sometimes null.
  public Value of(Type type) {
    return random.nextInt(8) == 0 ? Null.NULL : present(type);
  }

  /// A value of a type that is not null.
  public Value present(Type type) {
    return switch (type) {
      case BOOLEAN -> Bool.of(random.nextBoolean());
      case NUMBER -> number();
      case TEXT -> Text.of(text());
      case LIST -> list(2);
      case MAP -> map(2);
      case ANY -> any(2);
    };
  }

  /// A text of a few words, or something like a number.
  public String text() {
    if (random.nextInt(3) == 0) {
      return NUMERALS.get(random.nextInt(NUMERALS.size()));
    }
    var words = new ArrayList<String>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      words.add(word());
    }
    return String.join(random.nextInt(3) == 0 ? "," : " ", words);
  }

  /// One word.
  public String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /// A number: mostly small, sometimes at an edge of the range of longs or beyond it.
  public Decimal number() {
    return switch (random.nextInt(10)) {
      case 0 -> Decimal.of(random.nextLong());
      case 1 ->
          Decimal.of(
              new BigDecimal(new BigInteger(90, new java.util.Random(random.nextLong())), 5));
      case 2, 3, 4 -> Decimal.of(random.nextInt(-2_000, 2_000), 2);
      default -> Decimal.of(random.nextInt(-3, 8));
    };
  }

  private Value any(int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> Bool.of(random.nextBoolean());
      case 1 -> number();
      case 2 -> Text.of(text());
      case 3 -> list(depth - 1);
      default -> map(depth - 1);
    };
  }

  private ListValue list(int depth) {
    var elements = new ArrayList<Value>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(random.nextInt(6) == 0 ? Null.NULL : any(depth));
    }
    return new ListValue(elements);
  }

  private MapValue map(int depth) {
    Map<String, Value> entries = new TreeMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      entries.put(word(), any(depth));
    }
    return MapValue.of(entries);
  }
}
