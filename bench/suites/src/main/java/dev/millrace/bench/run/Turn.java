package dev.millrace.bench.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// One fork of one sweep.
///
/// @param sweep what is measured
/// @param round the how manieth fork of that sweep it is, counted from 1
/// @param rounds how many forks that sweep gets
public record Turn(Sweep sweep, int round, int rounds) {

  /// All forks of all sweeps, round by round: a sweep has its next fork only when every other has
  /// had as many. Each round is shuffled anew, so that no sweep always follows the same one and a
  /// drift of the machine is spread over all of them.
  ///
  /// @param seed of the shuffle; the same seed gives the same order
  public static List<Turn> interleaved(List<Sweep> sweeps, int forks, long seed) {
    var random = new Random(seed);
    var turns = new ArrayList<Turn>();
    for (int round = 1; round <= forks; round++) {
      var shuffled = new ArrayList<>(sweeps);
      Collections.shuffle(shuffled, random);
      for (Sweep sweep : shuffled) {
        turns.add(new Turn(sweep, round, forks));
      }
    }
    return List.copyOf(turns);
  }

  /// Whether a record is of this very fork.
  boolean has(ForkRecord record) {
    return record.round() == round && sweep.points().stream().anyMatch(record::isOf);
  }
}
