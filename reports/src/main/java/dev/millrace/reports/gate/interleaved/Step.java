package dev.millrace.reports.gate.interleaved;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// One fork of the schedule.
///
/// @param round from 1; every target that is not decided has one fork of each build in a round
public record Step(int round, Build build, Target target) {
  /// The pairs of forks of a round: the targets in random order, the two builds of a target one
  /// after the other, either first.
  ///
  /// A drift of the machine that is slow against a pair meets both builds alike. The order depends
  /// on seed, round and targets alone, so that a run can be resumed.
  static List<List<Step>> round(long seed, int round, Collection<Target> targets) {
    var random = new Random(seed * 31 + round);
    var shuffled = new ArrayList<>(targets);
    Collections.shuffle(shuffled, random);
    return shuffled.stream().map(target -> pair(round, target, random.nextBoolean())).toList();
  }

  private static List<Step> pair(int round, Target target, boolean isBaselineFirst) {
    var baseline = new Step(round, Build.BASELINE, target);
    var candidate = new Step(round, Build.CANDIDATE, target);
    return isBaselineFirst ? List.of(baseline, candidate) : List.of(candidate, baseline);
  }
}
