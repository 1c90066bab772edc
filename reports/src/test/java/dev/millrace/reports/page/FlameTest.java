package dev.millrace.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Mode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlameTest {
  private static final Identity SERIES =
      new Identity(
          "a.B.run",
          Mode.AVERAGE_TIME,
          1,
          new TreeMap<>(Map.of("job", "a/b", "engine", "fused")),
          "ms/op");

  @ParameterizedTest
  @CsvSource({
    "a.B.run-AverageTime-engine-fused-job-a%2Fb, true",
    "a.B.run-AverageTime-engine-fused-job-a%2Fb-fork12, true",
    "a.B.run-AverageTime-engine-fused-job-a%2Fbc-fork1, false",
    "a.B.run-Throughput-engine-fused-job-a%2Fb, false",
    "a/b-fused, true",
    "a/b-eager, false"
  })
  void isOf_nameOfAProfiler_tellsTheSeries(String name, boolean expected) {
    assertThat(new Flame(name, "x.html").isOf(SERIES)).isEqualTo(expected);
  }
}
