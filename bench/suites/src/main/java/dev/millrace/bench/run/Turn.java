package dev.millrace.bench.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// One fork of one point.
///
/// @param point what is measured
/// @param round the how manieth fork of that point it is, counted from 1
public record Turn(Point point, int round) {

  /// All forks of all points, round by round: a point has its next fork only when every other has
  /// had as many. Each round is shuffled anew, so that no point always follows the same one and a
  /// drift of the machine is spread over all points.
  ///
  /// @param seed of the shuffle; the same seed gives the same order
  public static List<Turn> interleaved(List<Point> points, int forks, long seed) {
    var random = new Random(seed);
    var turns = new ArrayList<Turn>();
    for (int round = 1; round <= forks; round++) {
      var shuffled = new ArrayList<>(points);
      Collections.shuffle(shuffled, random);
      for (Point point : shuffled) {
        turns.add(new Turn(point, round));
      }
    }
    return List.copyOf(turns);
  }
}
