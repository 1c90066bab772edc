package dev.millrace.bench.evaluator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Stable sorts of products as sorts of longs: a key, and behind it the place of the product.
final class PackedSorts {
  private static final int PREFIX = 4;
  private static final int PLACE_BITS = 31;

  private PackedSorts() {}

  /// The products by their price.
  static List<Product> byPrice(List<Product> rows) {
    var packed = new long[rows.size()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = rows.get(i).cents() << PLACE_BITS | i;
    }
    Arrays.sort(packed);
    var out = new ArrayList<Product>(packed.length);
    for (long each : packed) {
      out.add(rows.get((int) (each & Integer.MAX_VALUE)));
    }
    return out;
  }

  /// The products by their title: by four characters, and again by the next four where these are
  /// equal.
  static List<Product> byTitle(List<Product> rows) {
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
}
