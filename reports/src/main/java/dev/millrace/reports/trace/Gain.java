package dev.millrace.reports.trace;

import dev.millrace.reports.trace.Replay.HandOver;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What the run would save if one action were twice as fast: its units shrink by half of the
/// action's share, and are replayed. It is the virtual speed-up of Coz (Curtsinger and Berger,
/// 2015), on paper.
///
/// @param share of the work of all units that is the action's
/// @param saved share of the replayed wall time that is saved at the degree of the trace
/// @param savedAtMore the same at [#MORE] cores
public record Gain(String action, double share, double saved, double savedAtMore) {
  /// Cores of a larger machine.
  public static final int MORE = 8;

  private static final double FASTER = 2;

  /// The gains of all actions, the greatest at the degree of the trace first.
  public static List<Gain> of(Trace trace) {
    var replay = new Replay(trace, HandOver.TOGETHER);
    var durations = trace.durations();
    var here = trace.description().parallelism();
    var wall = replay.wall(durations, here);
    var wallAtMore = replay.wall(durations, MORE);
    return trace.description().actions().stream()
        .map(action -> {
          var faster = faster(trace, action, FASTER);
          return new Gain(
              action,
              share(trace, action),
              1 - replay.wall(faster, here) / wall,
              1 - replay.wall(faster, MORE) / wallAtMore);
        })
        .sorted(Comparator.comparingDouble(Gain::saved).reversed())
        .toList();
  }

  /// How long units take when one action is so many times as fast.
  static double[] faster(Trace trace, String action, double times) {
    return IntStream.range(0, trace.units().size())
        .mapToDouble(number -> {
          var unit = trace.units().get(number);
          return unit.duration() * (1 - trace.segment(unit).share(action) * (1 - 1 / times));
        })
        .toArray();
  }

  private static double share(Trace trace, String action) {
    var own =
        trace.units().stream()
            .mapToDouble(unit -> unit.duration() * trace.segment(unit).share(action))
            .sum();
    return own / trace.dag().work(trace.durations());
  }
}
