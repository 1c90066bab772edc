package dev.millrace.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// Constant texts that are looked for in a text all at once.
///
/// Immutable, so any number of threads may look. One pass over the text, however many needles there
/// are: a step for each char, and in all at most as many steps back. Building takes one pass over
/// the sorted needles. Memory: a table of at most [#TABLE_ENTRIES] ints, 14 bytes for each char of
/// the needles that the table has no room for, and 2 bytes for each char up to the highest in a
/// needle.
///
/// Source: A. V. Aho and M. J. Corasick, "Efficient string matching: an aid to bibliographic
/// search", CACM 18 (6), 1975.
public final class Needles {
  /*
   * A state is the longest prefix of a needle that the text read so far ends with. States are
   * numbered breadth-first, so that those near the root, where a search spends nearly all of its
   * time, come first:
   *
   *   0, width, 2 * width, ...   table.length, table.length + 1, ...
   *   dense: the place of a row  sparse
   *
   * A dense state's row has the next state for each class of chars. A sparse state has only its
   * edges to longer prefixes; for any other char it falls back to its longest suffix that is a
   * state. All chars that are in no needle are of one class, which leads to the root. An edge to a
   * prefix that ends with a needle leads to FOUND, and what lies behind is never built.
   */

  /// How many entries the table has at most, unless the root's row alone needs more.
  static final int TABLE_ENTRIES = 1 << 20;

  private static final int FOUND = -1;

  private final List<String> needles;
  private final char[] classes;
  private final char otherClass;
  private final int[] table;
  private final int[] fallback;
  private final int[] firstEdge;
  private final char[] edgeClass;
  private final int[] edgeTarget;

  private Needles(List<String> needles, int tableEntries) {
    this.needles = needles;
    int[] chars = needles.stream().flatMapToInt(String::chars).sorted().distinct().toArray();
    otherClass = (char) chars.length;
    classes = classes(chars);
    int width = chars.length + 1;
    int states = 1 + needles.stream().mapToInt(String::length).sum();
    int rows = Math.clamp(tableEntries / width, 1, states);
    table = new int[rows * width];
    fallback = new int[states - rows];
    firstEdge = new int[states - rows + 1];
    edgeClass = new char[states - rows];
    edgeTarget = new int[states - rows];
    if (needles.size() > 1) {
      new Prefixes(states, rows, width).expandAll();
    }
  }

  /// The needles of a collection. An empty one occurs in every text.
  public static Needles of(Collection<String> needles) {
    return of(needles, TABLE_ENTRIES);
  }

  /// Needles with a table of at most the given size, unless the root's row needs more.
  static Needles of(Collection<String> needles, int tableEntries) {
    return new Needles(withoutExtensions(needles), tableEntries);
  }

  /// Whether at least one of the needles occurs in a text.
  public boolean occurIn(String text) {
    if (needles.size() == 1) {
      return text.contains(needles.getFirst());
    }
    int state = 0;
    for (int i = 0; i < text.length() && state != FOUND; i++) {
      char c = text.charAt(i);
      state = next(state, c < classes.length ? classes[c] : otherClass);
    }
    return state == FOUND;
  }

  private int next(int state, char charClass) {
    int at = state;
    while (at >= table.length) {
      int sparse = at - table.length;
      int edge =
          Arrays.binarySearch(edgeClass, firstEdge[sparse], firstEdge[sparse + 1], charClass);
      if (edge >= 0) {
        return edgeTarget[edge];
      }
      at = fallback[sparse];
    }
    return table[at + charClass];
  }

  /// The needles in order without those that begin with another: where they occur, it does too.
  private static List<String> withoutExtensions(Collection<String> needles) {
    var kept = new ArrayList<String>();
    for (String needle : new TreeSet<>(needles)) {
      if (kept.isEmpty() || !needle.startsWith(kept.getLast())) {
        kept.add(needle);
      }
    }
    return List.copyOf(kept);
  }

  /// The class of each char up to the highest of some: its place among them.
  private char[] classes(int[] chars) {
    var classOf = new char[chars.length == 0 ? 0 : chars[chars.length - 1] + 1];
    Arrays.fill(classOf, otherClass);
    for (int i = 0; i < chars.length; i++) {
      classOf[chars[i]] = (char) i;
    }
    return classOf;
  }

  /// The prefixes of the needles, breadth-first. A prefix is a range of the sorted needles and a
  /// length.
  private final class Prefixes {
    private final int rows;
    private final int width;
    private final int[] low;
    private final int[] high;
    private final int[] length;
    private final int[] suffix;
    private int count;
    private int edges;

    Prefixes(int states, int rows, int width) {
      this.rows = rows;
      this.width = width;
      low = new int[states];
      high = new int[states];
      length = new int[states];
      suffix = new int[states];
    }

    void expandAll() {
      add(0, needles.size(), 0, 0);
      for (int prefix = 0; prefix < count; prefix++) {
        open(prefix);
        int end;
        for (int from = low[prefix]; from < high[prefix]; from = end) {
          end = sameChar(from, high[prefix], length[prefix]);
          expand(prefix, from, end);
        }
        close(prefix);
      }
    }

    /// Adds a prefix; gives its state.
    private int add(int from, int to, int chars, int longestSuffix) {
      low[count] = from;
      high[count] = to;
      length[count] = chars;
      suffix[count] = longestSuffix;
      return state(count++);
    }

    private int state(int prefix) {
      return prefix < rows ? prefix * width : table.length + prefix - rows;
    }

    private void open(int prefix) {
      if (prefix >= rows) {
        fallback[prefix - rows] = suffix[prefix];
      } else if (prefix > 0) {
        System.arraycopy(table, suffix[prefix], table, state(prefix), width);
      }
    }

    /// Where the needles end that have the same char at a place as the first of them.
    private int sameChar(int from, int limit, int place) {
      char c = needles.get(from).charAt(place);
      int end = from + 1;
      while (end < limit && needles.get(end).charAt(place) == c) {
        end++;
      }
      return end;
    }

    private void expand(int prefix, int from, int end) {
      int chars = length[prefix] + 1;
      char charClass = classes[needles.get(from).charAt(chars - 1)];
      int longestSuffix = prefix == 0 ? 0 : next(suffix[prefix], charClass);
      boolean found = needles.get(from).length() == chars || longestSuffix == FOUND;
      int target = found ? FOUND : add(from, end, chars, longestSuffix);
      if (prefix < rows) {
        table[state(prefix) + charClass] = target;
      } else {
        edgeClass[edges] = charClass;
        edgeTarget[edges++] = target;
      }
    }

    private void close(int prefix) {
      if (prefix >= rows) {
        firstEdge[prefix - rows + 1] = edges;
      }
    }
  }
}
