package dev.millrace.reports.gate.interleaved;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TargetTest {
  private static Target target(String benchmark, Map<String, String> params) {
    return new Target(benchmark, new TreeMap<>(params));
  }

  @Test
  void parse_paramsMultiply_inTheirOrder() {
    var lines =
        List.of(
            "WARNING: from the JVM",
            "Benchmarks: ",
            "a.B.plain",
            "a.B.grid",
            "  param \"n\" = {1, 2}",
            "  param \"url\" = {http://x/?a=1&b={2}}");
    assertThat(Target.parse(lines))
        .containsExactly(
            target("a.B.plain", Map.of()),
            target("a.B.grid", Map.of("n", "1", "url", "http://x/?a=1&b={2}")),
            target("a.B.grid", Map.of("n", "2", "url", "http://x/?a=1&b={2}")));
  }

  @Test
  void parse_valueWithComma_isLeftToJmh() {
    var lines = List.of("Benchmarks:", "a.B.c", "  param \"q\" = {a,b, c}", "  param \"n\" = {1}");
    assertThat(Target.parse(lines)).containsExactly(target("a.B.c", Map.of("n", "1")));
  }

  @Test
  void parse_nothing_isEmpty() {
    assertThat(Target.parse(List.of("Benchmarks: "))).isEmpty();
    assertThat(Target.parse(List.of("Error: no main manifest attribute"))).isEmpty();
  }

  @Test
  void arguments_nameOneBenchmarkOnly() {
    assertThat(target("a.B.c", Map.of("n", "1")).arguments())
        .containsExactly("^\\Qa.B.c\\E$", "-p", "n=1");
  }
}
