package dev.millrace.reports.beforeafter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Mode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ShortLabelsTest {
  private static Identity of(String benchmark, Map<String, String> params) {
    return new Identity(benchmark, Mode.AVERAGE_TIME, 1, new TreeMap<>(params), "ms/op");
  }

  @Test
  void of_paramThatOneClassLacks_isLeftOut() {
    var labels =
        ShortLabels.of(
            List.of(
                of("org.Sort.run", Map.of("engine", "fused", "items", "4000")),
                of("org.Sort.run", Map.of("engine", "eager", "items", "4000")),
                of("org.Control.run", Map.of())));
    assertThat(labels).containsExactly("Sort, fused", "Sort, eager", "Control");
  }

  @Test
  void of_classesOfOneName_areToldApartByTheirPackages() {
    var labels =
        ShortLabels.of(List.of(of("org.a.Sort.run", Map.of()), of("org.b.Sort.run", Map.of())));
    assertThat(labels).containsExactly("org.a.Sort", "org.b.Sort");
  }

  @Test
  void of_oneSeries_isItsMethod() {
    assertThat(ShortLabels.of(List.of(of("org.Sort.run", Map.of())))).containsExactly("run");
  }
}
