package dev.millrace.reports.characteristic;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Repeats an experiment many times, on all cores.
///
/// Each trial has a random generator of its own, seeded by the seed and the trial's number, and
/// sums are taken in the order of the trials: the same seed gives the same digits on any machine.
///
/// @param progress told how far it is, four times for each experiment
record Trials(long seed, Consumer<String> progress) {
  private static final int REPORTS = 4;

  /// An experiment: numbers, always equally many, from a trial's number and its randomness.
  @FunctionalInterface
  interface Experiment extends BiFunction<Integer, SplittableRandom, double[]> {}

  /// The mean of each number over the trials.
  double[] means(String what, int count, Experiment experiment) {
    var sums = new double[0];
    for (var part = 0; part < REPORTS; part++) {
      var from = (int) ((long) count * part / REPORTS);
      var to = (int) ((long) count * (part + 1) / REPORTS);
      var rows =
          IntStream.range(from, to)
              .parallel()
              .mapToObj(trial -> experiment.apply(trial, random(trial)))
              .toList();
      for (var row : rows) {
        sums = sums.length == 0 ? new double[row.length] : sums;
        for (var i = 0; i < row.length; i++) {
          sums[i] += row[i];
        }
      }
      progress.accept(what + ": " + to + " of " + count);
    }
    return Arrays.stream(sums).map(sum -> sum / count).toArray();
  }

  private SplittableRandom random(int trial) {
    return new SplittableRandom(
        new SplittableRandom(seed + trial * 0x9E3779B97F4A7C15L).nextLong());
  }
}
