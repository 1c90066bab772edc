package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// J1: arithmetic of a few nanoseconds and a filter that no branch predictor can guess.
public final class CheapNumbers implements EvaluatorJob<Long, Long>, ItemSteps<Long, Long, Long> {
  @Override
  public String question() {
    return "What does an evaluator cost where an item costs next to nothing? The filter keeps half,"
        + " at random.";
  }

  @Override
  public Table<Long> table() {
    return new Longs(1_000_000_000);
  }

  @Override
  public List<Action> plan() {
    return Actions.parse(
        """
        [{"set": {"x": {"add": [{"multiply": [{"field": "x"}, 3]}, 7]}}},
         {"filter": {"equal": {"remainder": {"field": "x"}, "by": 2}, "to": 0}},
         {"set": {"x": {"multiply": [{"subtract": {"field": "x"}, "minus": 1}, 5]}}}]
        """);
  }

  @Override
  public double kept(int items) {
    return 0.5;
  }

  @Override
  public List<Long> hand(List<Long> rows) {
    var out = new ArrayList<Long>();
    for (Long row : rows) {
      long x = row * 3 + 7;
      if (x % 2 == 0) {
        out.add((x - 1) * 5);
      }
    }
    return out;
  }

  @Override
  public TunedLoop<long[], Long> tuned(List<Long> rows) {
    long[] numbers = Longs.flat(rows);
    return new TunedLoop<>(() -> branchFree(numbers), Longs::boxed);
  }

  /// The loop over an array of numbers, without a branch: half of them would be mispredicted.
  private static long[] branchFree(long[] numbers) {
    var out = new long[numbers.length];
    int kept = 0;
    for (long number : numbers) {
      long x = number * 3 + 7;
      out[kept] = (x - 1) * 5;
      kept += x % 2 == 0 ? 1 : 0;
    }
    return Arrays.copyOf(out, kept);
  }

  @Override
  public Value[] values(Long given) {
    return new Value[] {Decimal.of(given)};
  }

  @Override
  public Long before(Long row) {
    return row * 3 + 7;
  }

  @Override
  public boolean keep(Long changed) {
    return changed % 2 == 0;
  }

  @Override
  public Long after(Long kept) {
    return (kept - 1) * 5;
  }
}
