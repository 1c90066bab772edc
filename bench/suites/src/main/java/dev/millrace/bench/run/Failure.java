package dev.millrace.bench.run;

/// An entry of `failures.json`: a fork without a result.
///
/// @param point which point
/// @param round the how manieth fork of that point, counted from 1
/// @param reason why, in one line
public record Failure(String point, int round, String reason) {
  @Override
  public String toString() {
    return point + " fork " + round + ": " + reason;
  }
}
