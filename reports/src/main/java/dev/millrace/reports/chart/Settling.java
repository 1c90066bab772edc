package dev.millrace.reports.chart;

import dev.millrace.reports.statistics.WarmUp;
import java.util.ArrayList;
import java.util.List;

/// Where the forks of a series settle, in words.
final class Settling {
  private final List<WarmUp> forks;

  private Settling(List<WarmUp> forks) {
    this.forks = forks;
  }

  /// Where they do; empty where no warm-up is known, and nothing tells that it was too short.
  static String words(List<ForkSequence> forks) {
    var told =
        forks.stream()
            .filter(fork -> fork.values().length >= WarmUp.FEWEST)
            .map(ForkSequence::settling)
            .toList();
    return told.isEmpty() && forks.stream().anyMatch(fork -> fork.warmUp() > 0)
        ? "settling: too few iterations"
        : new Settling(told).words();
  }

  private String words() {
    var words = new ArrayList<String>();
    var thrownAway = forks.stream().mapToInt(WarmUp::thrownAway).max().orElse(0);
    var inTime = forks.stream().filter(fork -> !fork.isLate()).mapToInt(WarmUp::length);
    var lengths = inTime.summaryStatistics();
    if (thrownAway > 0 && lengths.getCount() > 0) {
      words.add(
          within(lengths.getMin(), lengths.getMax(), thrownAway) + ofForks(lengths.getCount()));
    }
    var late = forks.stream().filter(WarmUp::isLate).count();
    var endless = forks.stream().filter(WarmUp::isEndless).count();
    if (late > endless) {
      words.add("settles late" + ofForks(late - endless));
    }
    if (endless > 0) {
      words.add("does not settle" + ofForks(endless));
    }
    return String.join(", ", words);
  }

  private static String within(int least, int most, int thrownAway) {
    if (most == 0) {
      return "settled from the start";
    }
    var after = least == most ? "" + most : least + " to " + most;
    return "settled after " + after + " of " + thrownAway + " warm-up iterations";
  }

  private String ofForks(long count) {
    return count == forks.size() ? "" : " in " + count + " of " + forks.size() + " forks";
  }
}
