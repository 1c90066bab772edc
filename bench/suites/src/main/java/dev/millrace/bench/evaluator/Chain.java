package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Dk: a chain of so many rules on numbers, a map and a weak filter by turns.
///
/// The map of pair m adds 2m - 1, so after it m² has been added in all; the filter behind it keeps
/// what is above m² + 1,000m, and so all but 1,000 of the million numbers there were at first.
///
/// @param rules how many rules
public record Chain(int rules) implements EvaluatorJob<Long, Long> {
  private static final int BOUND = 1_000_000;
  private static final int STEP = 1_000;

  @Override
  public String question() {
    return "How does the cost of a rule change with the length of the plan? Each filter keeps 99.8"
        + " of 100 or more of what the one before it kept.";
  }

  @Override
  public Table<Long> table() {
    return new Longs(BOUND);
  }

  @Override
  public List<Action> plan() {
    return Actions.parse(
        IntStream.range(0, rules).mapToObj(Chain::rule).collect(Collectors.joining(",", "[", "]")));
  }

  private static String rule(int place) {
    return place % 2 == 0
        ? "{\"set\": {\"x\": {\"add\": [{\"field\": \"x\"}, " + (place + 1) + "]}}}"
        : "{\"filter\": {\"greater\": {\"field\": \"x\"}, \"than\": "
            + threshold((place + 1) / 2)
            + "}}";
  }

  /// What the filter of a pair compares with.
  private static long threshold(long pair) {
    return pair * (pair + STEP);
  }

  @Override
  public double kept(int items) {
    int filters = rules / 2;
    return 1 - (double) STEP * filters / BOUND;
  }

  @Override
  public List<Long> hand(List<Long> rows) {
    var out = new ArrayList<Long>();
    for (Long row : rows) {
      long x = through(row);
      if (x >= 0) {
        out.add(x);
      }
    }
    return out;
  }

  /// A number after all rules; -1 for one that a filter left out.
  private long through(long number) {
    long x = number;
    for (int pair = 1; pair <= rules / 2; pair++) {
      x += 2L * pair - 1;
      if (x <= threshold(pair)) {
        return -1;
      }
    }
    return rules % 2 == 0 ? x : x + rules;
  }

  @Override
  public TunedLoop<long[], Long> tuned(List<Long> rows) {
    long[] numbers = Longs.flat(rows);
    return new TunedLoop<>(() -> primitive(numbers), Longs::boxed);
  }

  private long[] primitive(long[] numbers) {
    var out = new long[numbers.length];
    int kept = 0;
    for (long number : numbers) {
      long x = through(number);
      if (x >= 0) {
        out[kept++] = x;
      }
    }
    return Arrays.copyOf(out, kept);
  }

  @Override
  public Value[] values(Long given) {
    return new Value[] {Decimal.of(given)};
  }
}
