package dev.millrace.bench;

import dev.millrace.Engines;
import dev.millrace.bench.run.ForkSettings;
import dev.millrace.bench.run.Point;
import dev.millrace.bench.run.Sweep;
import dev.millrace.bench.suite.ControlBenchmark;
import dev.millrace.bench.suite.ScalingBenchmark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What of the scaling suite is measured: every engine on every job at every parallelism; and the
/// control.
///
/// @param engines the names of the engines
/// @param jobs the names of the jobs
/// @param parallelism the degrees of parallelism; sequential engines have 1 alone
record Selection(List<String> engines, List<String> jobs, List<Integer> parallelism) {
  private static final String RUN = ".run";

  /// The sweeps over the parallelism, in the order in which results list them.
  ///
  /// @param items how many items the feed has
  /// @param settings what each fork is given
  List<Sweep> sweeps(int items, ForkSettings settings) {
    var sweeps = new ArrayList<Sweep>();
    for (String job : jobs) {
      for (String engine : engines) {
        List<Point> points =
            degrees(engine).stream().map(threads -> scaling(engine, job, threads, items)).toList();
        sweeps.add(Sweep.overParallelism(points, settings));
      }
    }
    sweeps.add(control(settings));
    return List.copyOf(sweeps);
  }

  /// The control alone.
  Sweep control(ForkSettings settings) {
    return Sweep.overParallelism(parallelism.stream().map(Selection::control).toList(), settings);
  }

  private List<Integer> degrees(String engine) {
    boolean parallel =
        List.of(Engines.values()).stream()
            .anyMatch(each -> each.label().equals(engine) && each.isParallel());
    return parallel ? parallelism : List.of(1);
  }

  private static Point scaling(String engine, String job, int threads, int items) {
    SequencedMap<String, String> params = new LinkedHashMap<>();
    params.put("engine", engine);
    params.put("job", job);
    params.put("parallelism", Integer.toString(threads));
    params.put("items", Integer.toString(items));
    return new Point(ScalingBenchmark.class.getName() + RUN, params, job + " " + engine);
  }

  private static Point control(int threads) {
    SequencedMap<String, String> params = new LinkedHashMap<>();
    params.put("parallelism", Integer.toString(threads));
    return new Point(ControlBenchmark.class.getName() + RUN, params, "control");
  }
}
