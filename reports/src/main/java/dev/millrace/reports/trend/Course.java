package dev.millrace.reports.trend;

import dev.millrace.reports.statistics.Level;
import java.util.List;
import java.util.stream.IntStream;

/// A series over the runs with the levels it went through, in the order of time.
///
/// @param levels stretches of the track's values, means of their logarithms
public record Course(Track track, List<Level> levels) {
  public Course {
    levels = List.copyOf(levels);
  }

  /// How many changes of level there are.
  public int changes() {
    return levels.size() - 1;
  }

  /// The changes of level.
  List<Change> changes(List<Run> runs) {
    return IntStream.range(1, levels.size()).mapToObj(i -> change(i, runs)).toList();
  }

  private Change change(int index, List<Run> runs) {
    var first = levels.get(index).from();
    var run = track.values().get(first).run();
    var last = track.values().get(first - 1).run();
    return new Change(
        track.identity(),
        run,
        Math.exp(levels.get(index - 1).mean()),
        Math.exp(levels.get(index).mean()),
        runs.get(run).isElsewhere(runs.get(last)));
  }
}
