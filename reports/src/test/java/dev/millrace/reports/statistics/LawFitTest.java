package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expected coefficients of the ray tracer and of SPEC SDM91 are those that the R package `usl`
/// prints for its own data, with the digits that R's `nls(algorithm = "port")` adds.
final class LawFitTest {
  private static final double[] PROCESSORS = {1, 4, 8, 12, 16, 20, 24, 28, 32, 48, 64};
  private static final double[] RAYS = {20, 78, 130, 170, 190, 200, 210, 230, 260, 280, 310};
  private static final double[] LOAD = {1, 18, 36, 72, 108, 144, 216};
  private static final double[] SCRIPTS = {64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2};
  private static final double[] THREADS = {1, 2, 4, 8, 16, 32};

  private static ScalingLaw unweighted(double[] positions, double[] throughputs, int terms) {
    var ones = DoubleStream.generate(() -> 1).limit(positions.length).toArray();
    return new LawSolver(positions, ones, terms, true).solve(throughputs);
  }

  private static double[][] single(double... throughputs) {
    return Arrays.stream(throughputs).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
  }

  private static double[][] exact(ScalingLaw law, double... positions) {
    return Arrays.stream(positions)
        .mapToObj(n -> new double[] {law.at(n), law.at(n), law.at(n)})
        .toArray(double[][]::new);
  }

  @Test
  void solve_raytracer_equalsUsl() {
    var law = unweighted(PROCESSORS, RAYS, 3);
    assertThat(law.contention()).isCloseTo(0.0577707802651, within(1e-9));
    assertThat(law.coherency()).isZero();
    assertThat(law.rate()).isCloseTo(21.8488427550017, within(1e-6));
    assertThat(law.peak()).isInfinite();
  }

  @Test
  void solve_specSdm91_equalsUsl() {
    var law = unweighted(LOAD, SCRIPTS, 3);
    assertThat(law.contention()).isCloseTo(2.77284736438e-02, within(1e-8));
    assertThat(law.coherency()).isCloseTo(1.04365484261e-04, within(1e-10));
    assertThat(law.rate()).isCloseTo(8.99952298330e+01, within(1e-4));
    assertThat(law.peak()).isCloseTo(96.52, within(0.01));
  }

  @Test
  void solve_amdahl_equalsNls() {
    var law = unweighted(LOAD, SCRIPTS, 2);
    assertThat(law.contention()).isCloseTo(0.0736481284703, within(1e-6));
    assertThat(law.rate()).isCloseTo(146.2104944803149, within(1e-3));
  }

  @Test
  void of_singleForks_weighsByTheirSize() {
    var fit = LawFit.of(LOAD, single(SCRIPTS), LawFit.Kind.USL);
    assertThat(fit.law().contention()).isCloseTo(1.35152235978e-02, within(1e-8));
    assertThat(fit.law().coherency()).isCloseTo(1.15091208764e-04, within(1e-10));
    assertThat(fit.contention()).as("no interval without a second fork").isNull();
    assertThat(fit.at(72)).isNull();
    assertThat(fit.peak(1, 216)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.05, 0", "0.3, 0.001", "0, 0.01", "1, 0", "0.5, 0.05"})
  void of_exactForks_findsTheLaw(double contention, double coherency) {
    var truth = new ScalingLaw(7, contention, coherency);
    var law = LawFit.of(THREADS, exact(truth, THREADS), LawFit.Kind.USL).law();
    assertThat(law.rate()).isCloseTo(7, within(1e-6));
    assertThat(law.contention()).isCloseTo(contention, within(1e-6));
    assertThat(law.coherency()).isCloseTo(coherency, within(1e-6));
  }

  @Test
  void best_serialWork_isAmdahl() {
    var fit = LawFit.best(THREADS, noisy(new ScalingLaw(1, 0.1, 0), 0.01, 5, 1));
    assertThat(fit.kind()).isEqualTo(LawFit.Kind.AMDAHL);
  }

  @Test
  void best_fallingThroughput_isUsl() {
    var fit = LawFit.best(THREADS, noisy(new ScalingLaw(1, 0.05, 0.01), 0.01, 5, 1));
    assertThat(fit.kind()).isEqualTo(LawFit.Kind.USL);
    var peak = fit.peak(1, 32);
    assertThat(peak).isNotNull();
    assertThat(peak.contains(Math.sqrt(0.95 / 0.01))).isTrue();
  }

  @Test
  void peak_beyondTheRange_isRefused() {
    var fit = LawFit.best(THREADS, noisy(new ScalingLaw(1, 0.05, 0.0005), 0.001, 5, 1));
    assertThat(fit.kind()).isEqualTo(LawFit.Kind.USL);
    assertThat(fit.law().peak()).isGreaterThan(32);
    assertThat(fit.peak(1, 32)).isNull();
  }

  @Test
  void best_threePositions_isAmdahl() {
    var fit = LawFit.best(new double[] {1, 2, 4}, single(1, 1.9, 3));
    assertThat(fit.kind()).isEqualTo(LawFit.Kind.AMDAHL);
  }

  @Test
  void of_tooFewPositions_isRefused() {
    var forks = single(1, 2);
    assertThatThrownBy(() -> LawFit.best(new double[] {1, 2}, forks))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_equalForks_givesEqualDraws() {
    var forks = noisy(new ScalingLaw(1, 0.05, 0.001), 0.02, 3, 1);
    assertThat(LawFit.best(THREADS, forks)).isEqualTo(LawFit.best(THREADS, forks));
  }

  /// Noise is relative and normal on the log scale.
  private static double[][] noisy(ScalingLaw law, double noise, int forks, long seed) {
    var random = new SplittableRandom(seed);
    return Arrays.stream(THREADS)
        .mapToObj(n ->
            DoubleStream.generate(() -> law.at(n) * Math.exp(noise * random.nextGaussian()))
                .limit(forks)
                .toArray())
        .toArray(double[][]::new);
  }
}
