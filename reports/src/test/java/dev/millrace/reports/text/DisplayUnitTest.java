package dev.millrace.reports.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayUnitTest {
  @ParameterizedTest
  @CsvSource({
    "ms/op, 41.2, ms/op, 1",
    "ms/op, 0.0412, µs/op, 1000",
    "ms/op, 41200, s/op, 0.001",
    "s/op, 2e-8, ns/op, 1e9",
    "ns/op, 0.3, ns/op, 1",
    "min/op, 2, s/op, 60",
    "ops/s, 2070485, ops/µs, 1e-6",
    "ops/ms, 0.25, ops/s, 1000",
    "ops/ns, 5, ops/ns, 1",
    "ops/s, 0.01, ops/s, 1",
    "MB/sec, 12345, MB/sec, 1",
    "counts, 7, counts, 1",
    "ms/op, NaN, ms/op, 1"
  })
  void of_unit_isReadable(String unit, double greatest, String label, double factor) {
    var shown = DisplayUnit.of(unit, greatest);
    assertThat(shown.label()).isEqualTo(label);
    assertThat(shown.factor()).isCloseTo(factor, within(factor * 1e-15));
  }
}
