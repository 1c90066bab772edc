package dev.millrace.reports.trace;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What waits for what: an acyclic graph of units that count from 0.
public final class Dag {
  private final List<List<Integer>> after;
  private final int[][] before;
  private final int[] order;

  private Dag(List<List<Integer>> after) {
    this.after = after;
    this.before = inverse(after);
    this.order = order();
  }

  /// The graph of units, each with those it waits for.
  ///
  /// @throws CircleException when units wait for each other in a circle
  static Dag of(List<List<Integer>> after) {
    return new Dag(after);
  }

  /// How many units there are.
  public int size() {
    return after.size();
  }

  /// The work: what a single worker needs, who hands nothing over (T1).
  public double work(double[] durations) {
    return Arrays.stream(durations).sum();
  }

  /// The span: the longest chain of units that wait for each other, which is what any number of
  /// workers needs (T∞). With a cost of handing over it is the burdened span of Cilkview (He,
  /// Leiserson and Leiserson, 2010): each edge of the chain costs that much.
  public double span(double[] durations, double handOff) {
    var end = new double[size()];
    var last = 0.0;
    for (var unit : order) {
      var ready = 0.0;
      for (var each : after.get(unit)) {
        ready = Math.max(ready, end[each] + handOff);
      }
      end[unit] = ready + durations[unit];
      last = Math.max(last, end[unit]);
    }
    return last;
  }

  /// How many units have to be handed over: all that wait for another.
  public int handOvers() {
    return (int) after.stream().filter(each -> !each.isEmpty()).count();
  }

  /// Whether a unit waits for none.
  boolean isFirst(int unit) {
    return after.get(unit).isEmpty();
  }

  /// The units that wait for a unit.
  int[] before(int unit) {
    return before[unit];
  }

  /// How many units each waits for.
  int[] waits() {
    return after.stream().mapToInt(List::size).toArray();
  }

  private static int[][] inverse(List<List<Integer>> after) {
    var counts = new int[after.size()];
    after.forEach(each -> each.forEach(unit -> counts[unit]++));
    var before = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
    for (var unit = after.size() - 1; unit >= 0; unit--) {
      for (var each : after.get(unit)) {
        before[each][--counts[each]] = unit;
      }
    }
    return before;
  }

  /// The units in an order in which each comes after those that it waits for (Kahn, 1962).
  private int[] order() {
    var waits = waits();
    var order = new int[size()];
    var known = 0;
    for (var unit = 0; unit < order.length; unit++) {
      if (waits[unit] == 0) {
        order[known++] = unit;
      }
    }
    for (var at = 0; at < known; at++) {
      for (var unit : before[order[at]]) {
        if (--waits[unit] == 0) {
          order[known++] = unit;
        }
      }
    }
    if (known < order.length) {
      var stuck = IntStream.range(0, order.length).filter(unit -> waits[unit] > 0).findFirst();
      throw new CircleException(stuck.orElseThrow());
    }
    return order;
  }

  /// Units wait for each other in a circle.
  static final class CircleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int unit;

    private CircleException(int unit) {
      super("unit " + unit + " waits for itself, by way of others");
      this.unit = unit;
    }

    /// One of them, or one that waits for them.
    int unit() {
      return unit;
    }
  }
}
