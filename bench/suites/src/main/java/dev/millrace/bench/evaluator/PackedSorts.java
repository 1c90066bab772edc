package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// J5T: all products by their title.
public final class SortByTitle implements EvaluatorJob<Product, Product> {
  private static final int PREFIX = 4;
  private static final int PLACE_BITS = 31;

  @Override
  public String question() {
    return "What does it cost to sort by a text? Titles of 48 different first words, hardly two"
        + " equal, in no order.";
  }

  @Override
  public Table<Product> table() {
    return new Products();
  }

  @Override
  public List<Action> plan() {
    return Actions.parse("[{\"sort\": [{\"by\": {\"field\": \"title\"}}]}]");
  }

  @Override
  public double kept(int items) {
    return 1;
  }

  @Override
  public List<Product> hand(List<Product> rows) {
    var out = new ArrayList<>(rows);
    out.sort(order());
    return out;
  }

  /// The order of the products.
  public static Comparator<Product> order() {
    return Comparator.comparing(Product::title);
  }

  @Override
  public TunedLoop<List<Product>, Product> tuned(List<Product> rows) {
    return new TunedLoop<>(() -> byPrefixes(rows), given -> given);
  }

  /// Sorts of longs: four characters, and behind them the place of the product; again with the next
  /// four where these are equal.
  private static List<Product> byPrefixes(List<Product> rows) {
    var places = new int[rows.size()];
    Arrays.setAll(places, i -> i);
    sort(rows, places, 0, places.length, 0);
    var out = new ArrayList<Product>(places.length);
    for (int place : places) {
      out.add(rows.get(place));
    }
    return out;
  }

  private static void sort(List<Product> rows, int[] places, int from, int to, int depth) {
    var packed = new long[to - from];
    for (int i = from; i < to; i++) {
      packed[i - from] = prefix(rows.get(places[i]).title(), depth) << PLACE_BITS | places[i];
    }
    Arrays.sort(packed);
    for (int i = from; i < to; i++) {
      places[i] = (int) (packed[i - from] & Integer.MAX_VALUE);
    }
    int start = from;
    while (start < to) {
      long prefix = packed[start - from] >> PLACE_BITS;
      int end = start + 1;
      while (end < to && packed[end - from] >> PLACE_BITS == prefix) {
        end++;
      }
      boolean isOver = (prefix & 0xff) == 0;
      if (end - start > 1 && !isOver) {
        sort(rows, places, start, end, depth + PREFIX);
      }
      start = end;
    }
  }

  /// Four characters of ASCII as a number, zero for those beyond the end.
  private static long prefix(String title, int from) {
    long prefix = 0;
    for (int i = from; i < from + PREFIX; i++) {
      prefix = prefix << 8 | (i < title.length() ? title.charAt(i) : 0);
    }
    return prefix;
  }

  @Override
  public Value[] values(Product given) {
    return Products.values(given, 0);
  }
}
