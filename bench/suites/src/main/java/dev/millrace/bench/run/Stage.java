package dev.millrace.bench.run;

import java.util.List;
import java.util.stream.Stream;

/// Sweeps that are measured together, round by round; one stage begins when the one before has
/// ended.
///
/// @param sweeps the sweeps, in the order in which results list them
/// @param forks how many forks each of them gets
public record Stage(List<Sweep> sweeps, int forks) {
  /// Copies the sweeps.
  public Stage {
    sweeps = List.copyOf(sweeps);
  }

  /// The points of all sweeps.
  public Stream<Point> points() {
    return sweeps.stream().flatMap(sweep -> sweep.points().stream());
  }

  /// All its forks, interleaved.
  public Stream<Turn> turns(long seed) {
    return Turn.interleaved(sweeps, forks, seed).stream();
  }
}
