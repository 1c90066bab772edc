package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DodgeTest {
  private static List<Plot.Curve> curves(int count, double position) {
    var spot = new Plot.Spot(position, 1, null, List.of(1.0, 1.1, 1.2));
    return IntStream.range(0, count)
        .mapToObj(i -> new Plot.Curve("line " + i, false, List.of(spot)))
        .toList();
  }

  @Test
  void mean_ofFew_isSpreadAroundThePosition() {
    var curves = curves(3, 2);
    var dodge = new Dodge(curves, new double[] {1, 2, 4}, 4.48, false);
    var xs =
        curves.stream().mapToDouble(each -> dodge.mean(each, each.spots().getFirst())).toArray();
    assertThat(xs[1]).isCloseTo(2, within(1e-12));
    assertThat(xs[0]).isLessThan(2);
    assertThat(xs[2] - xs[1]).isCloseTo(xs[1] - xs[0], within(1e-12));
  }

  @Test
  void mean_ofSixteen_staysCloserToItsOwnPositionThanToTheNext() {
    var curves = curves(16, 2);
    var dodge = new Dodge(curves, new double[] {1, 2, 3}, 3.36, false);
    for (var curve : curves) {
      assertThat(dodge.mean(curve, curve.spots().getFirst())).isBetween(1.77, 2.23);
    }
  }

  @Test
  void fork_logarithmicAxisOfFarPositions_staysTogether() {
    var curves = curves(5, 1000);
    var length = Math.log(1e6);
    var dodge = new Dodge(curves, new double[] {10, 1000, 100_000}, length, true);
    for (var curve : curves) {
      for (var fork = 0; fork < 3; fork++) {
        var off = Math.log(dodge.fork(curve, curve.spots().getFirst(), fork) / 1000);
        assertThat(Math.abs(off)).isLessThan(0.015 * length);
      }
    }
  }
}
