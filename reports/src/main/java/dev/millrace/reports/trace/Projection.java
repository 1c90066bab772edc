package dev.millrace.reports.trace;

import dev.millrace.reports.trace.Description.Measured;
import dev.millrace.reports.trace.Replay.HandOver;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the units of a trace take on other numbers of cores; all times are nanoseconds.
///
/// It holds as far as a unit takes as long there as it took here: memory that more cores share,
/// caches, and clock rates are not in it. How far that holds is told by its error where measured.
///
/// @param work T1: the sum of all units
/// @param span T∞: the longest chain of units that wait for each other
/// @param burdenedSpan the longest chain with the cost of handing over on each of its edges
/// @param baseline the wall time that speed-ups are over: that of one worker, measured if it was
public record Projection(
    double work,
    double span,
    double burdenedSpan,
    double baseline,
    List<Point> points,
    List<Check> checks) {
  /// The numbers of cores that are projected to.
  static final List<Integer> CORES = List.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128);

  public Projection {
    points = List.copyOf(points);
    checks = List.copyOf(checks);
  }

  /// The run on a number of cores.
  ///
  /// @param least what no scheduler can be faster than: max(T1 / cores, T∞)
  /// @param most what no greedy scheduler is slower than: work / cores + span, both burdened
  /// @param together replayed, units handed over at any time
  /// @param oneByOne replayed, units handed over one at a time
  public record Point(int cores, double least, double most, double together, double oneByOne) {}

  /// How far the replay is off where the run was measured.
  ///
  /// @param traced whether it is the traced run itself, or the median of runs without a trace
  /// @param onCores whether the machine had a core for each worker, so that the two may be compared
  public record Check(
      int cores, double measured, double replayed, boolean traced, boolean onCores) {
    /// The replayed time over the measured one, less 1.
    public double error() {
      return replayed / measured - 1;
    }
  }

  /// The projection of a trace.
  public static Projection of(Trace trace) {
    var durations = trace.durations();
    var dag = trace.dag();
    var together = new Replay(trace, HandOver.TOGETHER);
    var oneByOne = new Replay(trace, HandOver.ONE_BY_ONE);
    var work = dag.work(durations);
    var burdenedWork = work + dag.handOvers() * trace.handOff();
    var span = dag.span(durations, 0);
    var burdenedSpan = dag.span(durations, trace.handOff());
    var points =
        CORES.stream()
            .map(cores ->
                new Point(
                    cores,
                    Math.max(work / cores, span),
                    burdenedWork / cores + burdenedSpan,
                    together.wall(durations, cores),
                    oneByOne.wall(durations, cores)))
            .toList();
    var baseline = baseline(trace.description());
    return new Projection(
        work,
        span,
        burdenedSpan,
        baseline == null ? points.getFirst().together() : baseline,
        points,
        checks(trace, together));
  }

  /// The most workers that the work could keep busy: T1 / T∞.
  public double parallelism() {
    return work / span;
  }

  private static @Nullable Double baseline(Description description) {
    if (description.baselineWallNs() != null) {
      return description.baselineWallNs().doubleValue();
    }
    return description.measured().stream()
        .filter(each -> each.parallelism() == 1)
        .map(each -> (double) each.wallNs())
        .findFirst()
        .orElse(null);
  }

  private static List<Check> checks(Trace trace, Replay replay) {
    var run = trace.description();
    var traced = check(trace, replay, new Measured(run.parallelism(), run.wallNs()), true);
    var others = run.measured().stream().map(each -> check(trace, replay, each, false));
    return Stream.concat(Stream.of(traced), others).toList();
  }

  private static Check check(Trace trace, Replay replay, Measured measured, boolean traced) {
    var workers = measured.parallelism();
    var replayed = replay.wall(trace.durations(), workers);
    var onCores = trace.description().hasCores(workers);
    return new Check(workers, (double) measured.wallNs(), replayed, traced, onCores);
  }
}
