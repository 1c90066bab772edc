package dev.millrace.bench.run;

import java.util.Map;

/// An entry of `failures.json`: a fork without a result.
///
/// @param benchmark the name of the benchmark
/// @param params the values of its params; of the one that takes turns all, separated by commas
/// @param point what progress calls it
/// @param round the how manieth fork of that point, counted from 1
/// @param reason why, in one line
public record Failure(
    String benchmark, Map<String, String> params, String point, int round, String reason) {

  /// The failure of a turn.
  static Failure of(Turn turn, String reason) {
    Sweep sweep = turn.sweep();
    return new Failure(sweep.benchmark(), sweep.params(), sweep.label(), turn.round(), reason);
  }

  @Override
  public String toString() {
    return point + " fork " + round + ": " + reason;
  }
}
