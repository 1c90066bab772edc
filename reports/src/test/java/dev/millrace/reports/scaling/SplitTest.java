package dev.millrace.reports.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.scaling.CoreTime.Known;
import dev.millrace.reports.scaling.CoreTime.Workers;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SplitTest {
  private static final double ANY = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void of_anyTwoTimes_addUpToOneAndFactorsMultiply(long seed) {
    var random = new SplittableRandom(seed);
    for (var i = 0; i < 2_000; i++) {
      var one = GeneratedTime.of(random);
      var more = scaled(GeneratedTime.of(random), one.held());
      var split = Split.of(one, more);
      var isMeasured = !one.uses().isEmpty() && !more.uses().isEmpty();
      assertThat(split.lost().isEmpty()).isNotEqualTo(isMeasured);
      if (isMeasured) {
        var lost = split.lost().values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(split.kept() + lost).as("seed %d: %s", seed, split).isCloseTo(1, within(1e-9));
        var factors = split.factors();
        assertThat(factors).isNotNull();
        var product = factors.utilisation() * factors.workEfficiency() * factors.serialBaseline();
        assertThat(product).isCloseTo(split.kept(), within(1e-9 * split.kept()));
      }
    }
  }

  /// The same time, held a few times as long as another, more or less.
  private static CoreTime scaled(CoreTime time, double held) {
    var factor = 1.7 * held / time.held();
    var uses = new EnumMap<Use, Double>(Use.class);
    time.uses().forEach((use, value) -> uses.put(use, value * factor));
    return new CoreTime(time.held() * factor, time.cpu() * factor, uses);
  }

  @Test
  void of_partsOfOneSideOnly_areNotToldApart() {
    var one = CoreTime.of(new Workers(1, ANY), 100, told(100, Map.of(Use.GC, 20.0)));
    var more = CoreTime.of(new Workers(2, ANY), 60, told(110, Map.of()));
    var split = Split.of(one, more);
    assertThat(split.lost()).containsOnlyKeys(Use.IDLE, Use.LACKING, Use.UNTOLD);
    assertThat(split.lost().get(Use.UNTOLD)).isCloseTo(10 / 120.0, within(1e-12));
    assertThat(split.lost().get(Use.IDLE)).isCloseTo(10 / 120.0, within(1e-12));
  }

  @Test
  void of_fasterThanPerfect_isAGain() {
    var one = CoreTime.of(new Workers(1, ANY), 100, told(100, Map.of()));
    var more = CoreTime.of(new Workers(2, ANY), 40, told(80, Map.of()));
    var split = Split.of(one, more);
    assertThat(split.kept()).isCloseTo(1.25, within(1e-12));
    assertThat(split.lost().get(Use.UNTOLD)).isCloseTo(-0.25, within(1e-12));
    assertThat(split.greatest()).isNull();
  }

  private static Known told(double cpu, Map<Use, Double> parts) {
    return new Known(cpu, Double.NaN, parts);
  }
}
