package dev.millrace.reports.study;

import static dev.millrace.reports.study.Results.engine;
import static dev.millrace.reports.study.Results.panels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.results.Series;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScalabilityTest {
  /// A line with those times at 1, 2, 4, 8 threads.
  private static Scalability of(double... times) {
    var measured =
        IntStream.range(0, times.length)
            .mapToObj(i -> engine("x", "a", 1 << i, times[i], times[i]))
            .toArray(Series[]::new);
    return Scalability.of(panels(measured).getFirst().lines().getFirst());
  }

  @Test
  void of_serialWork_isItsShare() {
    var times = Arrays.stream(new double[] {1, 2, 4, 8}).map(n -> 20 + 80 / n).toArray();
    assertThat(of(times)).isInstanceOf(Scalability.Fitted.class);
    if (of(times) instanceof Scalability.Fitted(var fit)) {
      assertThat(fit.law().contention()).isCloseTo(0.2, within(1e-9));
      assertThat(fit.law().rate()).isCloseTo(0.01, within(1e-12));
    }
  }

  @Test
  void of_twoPositions_saysWhatIsNeeded() {
    assertThat(of(100, 60)).isEqualTo(new Scalability.Refused("no law: 2 thread counts, 3 needed"));
  }

  @Test
  void of_unlikeAnyLaw_saysSo() {
    assertThat(of(100, 90, 30, 100))
        .isEqualTo(new Scalability.Refused("no law within 10 % of every point"));
  }

  @Test
  void of_brokenFork_leavesItsPositionOut() {
    assertThat(of(100, 0, 30))
        .isEqualTo(new Scalability.Refused("no law: 2 thread counts, 3 needed"));
  }
}
