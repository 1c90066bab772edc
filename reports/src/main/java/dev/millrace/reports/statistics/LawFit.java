package dev.millrace.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// A [ScalingLaw] fitted to the throughputs of forks, with intervals at 95 %.
///
/// The mean of each position weighs by the inverse of its squared error. Errors are relative and
/// pooled over the positions, because the few forks of one position say next to nothing about its
/// own error.
///
/// The intervals are those of a bootstrap over forks: what forks deviate from their position's mean
/// is drawn anew for every position, widened by the ratio of Student's quantile to the normal one,
/// as the deviations are few. The fullest law that the positions allow is fitted to each draw,
/// whichever law was chosen, and without bounds; the middle 95 %, cut at the bounds, are the
/// interval, so that neither the choice nor a bound makes it too narrow. It is stretched to hold
/// what was fitted. The seed is fixed: equal forks give equal intervals. There are no draws, and
/// every interval is null, where no position has two forks.
///
/// @param contention the interval of the law's contention
/// @param coherency the interval of the coherency; null where only Amdahl's law was possible
/// @param worst the greatest relative difference between a position's mean and the law
/// @param draws the laws of the bootstrap
public record LawFit(
    ScalingLaw law,
    Kind kind,
    @Nullable Interval contention,
    @Nullable Interval coherency,
    double worst,
    List<ScalingLaw> draws) {
  private static final int DRAWS = 300;
  private static final long SEED = 20_250_131;

  public LawFit {
    draws = List.copyOf(draws);
  }

  /// Which law.
  public enum Kind {
    /// Without coherency.
    AMDAHL(2),
    /// The universal scalability law.
    USL(3);

    private final int terms;

    Kind(int terms) {
      this.terms = terms;
    }

    /// How many positions a fit takes: one more than it has parameters.
    public int fewestPositions() {
      return terms + 1;
    }
  }

  /// A law that was tried, and its corrected Akaike criterion, which grants a parameter only what
  /// it explains.
  private record Candidate(Kind kind, ScalingLaw law, double criterion) {}

  /// The better of the two laws by the corrected Akaike criterion; Amdahl's below four positions.
  ///
  /// @param positions three at least, all different and 1 or more
  /// @param forks the positive throughputs of the forks of each position
  public static LawFit best(double[] positions, double[][] forks) {
    var possible =
        Arrays.stream(Kind.values())
            .filter(kind -> kind.fewestPositions() <= positions.length)
            .toArray(Kind[]::new);
    return of(positions, forks, possible);
  }

  /// The fit of the best of some laws.
  static LawFit of(double[] positions, double[][] forks, Kind... kinds) {
    if (kinds.length == 0 || positions.length < kinds[kinds.length - 1].fewestPositions()) {
      throw new IllegalArgumentException("positions: " + Arrays.toString(positions));
    }
    var sample = new LawSample(positions, forks);
    var chosen = choose(sample, kinds);
    var law = chosen.law();
    var fullest = kinds[kinds.length - 1];
    var draws = draws(sample, fullest);
    return new LawFit(
        law,
        chosen.kind(),
        interval(draws, each -> Math.clamp(each.contention(), 0, 1), law.contention()),
        fullest == Kind.AMDAHL
            ? null
            : interval(draws, each -> Math.max(0, each.coherency()), law.coherency()),
        sample.worst(law),
        draws);
  }

  private static Candidate choose(LawSample sample, Kind... kinds) {
    return Arrays.stream(kinds)
        .map(kind -> {
          var law = sample.nearest(kind.terms);
          return new Candidate(kind, law, sample.criterion(law, kind.terms));
        })
        .min(Comparator.comparingDouble(Candidate::criterion))
        .orElseThrow();
  }

  private static List<ScalingLaw> draws(LawSample sample, Kind kind) {
    var solver = sample.solver(kind.terms, false);
    var random = new SplittableRandom(SEED);
    var draws = new ArrayList<ScalingLaw>();
    while (sample.hasDeviations() && draws.size() < DRAWS) {
      draws.add(solver.solve(sample.drawnMeans(random)));
    }
    return draws;
  }

  /// The interval of the throughput at a position.
  public @Nullable Interval at(double n) {
    return interval(draws, each -> each.at(n), law.at(n));
  }

  /// The interval of the parallelism with the greatest throughput; null when it is not known to lie
  /// in the measured range, for then the law would be stretched beyond what it was fitted to.
  public @Nullable Interval peak(double first, double last) {
    var interval = interval(draws, ScalingLaw::peak, law.peak());
    return interval == null || interval.low() < first || interval.high() > last ? null : interval;
  }

  private static @Nullable Interval interval(
      List<ScalingLaw> draws, ToDoubleFunction<ScalingLaw> of, double fitted) {
    if (draws.isEmpty()) {
      return null;
    }
    var sorted = draws.stream().mapToDouble(of).sorted().toArray();
    var tail = (int) (DRAWS * (1 - Summary.CONFIDENCE) / 2);
    return new Interval(Math.min(fitted, sorted[tail]), Math.max(fitted, sorted[DRAWS - 1 - tail]));
  }
}
