package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.rule.Rule;
import dev.millrace.reports.rule.Sample;
import dev.millrace.reports.rule.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every statistic against what R computes by its own functions; `src/test/fixtures/statistics.R`
/// wrote the file.
final class FixturesTest {
  private static final Path FILE = Path.of("src/test/fixtures/statistics.json");
  private static final JsonNode ROOT = JsonMapper.shared().readTree(FILE.toFile());

  static Stream<JsonNode> ratio() {
    return cases("ratio");
  }

  @ParameterizedTest
  @MethodSource
  void ratio(JsonNode given) {
    var ratio = Ratio.of(numbers(given, "numerator"), numbers(given, "denominator"));
    assertClose(ratio.value(), given.get("value"));
    assertInterval(ratio.interval(), given);
  }

  static Stream<JsonNode> rule() {
    return cases("rule");
  }

  @ParameterizedTest
  @MethodSource
  void rule(JsonNode given) {
    var sample =
        new Sample(
            "time",
            numbers(given, "baseline"),
            numbers(given, "candidate"),
            false,
            given.get("margin").asDouble());
    var finding = Rule.judge(List.of(sample), new Settings(0.05, false)).getFirst();
    assertClose(finding.pWorse(), given.get("worse"));
    assertClose(finding.pBetter(), given.get("better"));
    assertClose(finding.pEquivalent(), given.get("equivalent"));
  }

  static Stream<JsonNode> shift() {
    return cases("shift");
  }

  @ParameterizedTest
  @MethodSource
  void shift(JsonNode given) {
    var shift = HodgesLehmann.of(numbers(given, "one"), numbers(given, "other"), 0.95);
    assertClose(shift.estimate(), given.get("estimate"));
    assertInterval(shift.interval(), given);
  }

  static Stream<JsonNode> holm() {
    return cases("holm");
  }

  @ParameterizedTest
  @MethodSource
  void holm(JsonNode given) {
    assertClose(Holm.adjust(numbers(given, "p")), given.get("adjusted"));
  }

  static Stream<JsonNode> components() {
    return cases("components");
  }

  @ParameterizedTest
  @MethodSource
  void components(JsonNode given) {
    var forks =
        given.get("forks").valueStream().map(FixturesTest::numbers).toArray(double[][]::new);
    var components = VarianceComponents.of(forks);
    assertThat(components).isNotNull();
    assertClose(components.between(), given.get("between"));
    assertClose(components.within(), given.get("within"));
    assertClose(components.correlation(), given.get("correlation"));
    assertClose(components.mean(), given.get("mean"));
    var means = Stream.of(forks).mapToDouble(Mean::of).toArray();
    var interval = Summary.of(means, 0.999).interval();
    assertThat(interval).isNotNull();
    assertClose(interval.halfWidth(), given.get("half999"));
  }

  static Stream<JsonNode> prior() {
    return cases("prior");
  }

  @ParameterizedTest
  @MethodSource
  void prior(JsonNode given) {
    var variances = numbers(given, "variances");
    var degrees = numbers(given, "df");
    var prior = VariancePrior.fit(variances, degrees);
    assertClose(prior.degreesOfFreedom(), given.get("known"));
    assertClose(prior.variance(), given.get("centre"));
    var moderated =
        IntStream.range(0, variances.length)
            .mapToDouble(i -> prior.moderate(variances[i], degrees[i]))
            .toArray();
    assertClose(moderated, given.get("moderated"));
  }

  static Stream<JsonNode> trend() {
    return cases("trend");
  }

  @ParameterizedTest
  @MethodSource
  void trend(JsonNode given) {
    var values = numbers(given, "values");
    assertClose(Trend.of(new double[][] {values}).p(), given.get("p"));
    assertClose(Trend.slope(values), given.get("slope"));
  }

  static Stream<JsonNode> correlation() {
    return cases("correlation");
  }

  @ParameterizedTest
  @MethodSource
  void correlation(JsonNode given) {
    var forks = new double[][] {numbers(given, "values")};
    assertClose(Autocorrelation.of(forks).lag1(), given.get("lag1"));
  }

  static Stream<JsonNode> outliers() {
    return cases("outliers");
  }

  @ParameterizedTest
  @MethodSource
  void outliers(JsonNode given) {
    var fences = Fences.of(numbers(given, "values"));
    assertClose(fences.lowerQuartile(), given.get("lower"));
    assertClose(fences.upperQuartile(), given.get("upper"));
  }

  private static Stream<JsonNode> cases(String topic) {
    var cases = ROOT.get(topic).valueStream().toList();
    assertThat(cases).isNotEmpty();
    return cases.stream();
  }

  private static double[] numbers(JsonNode given, String name) {
    return numbers(given.get(name));
  }

  private static double[] numbers(JsonNode array) {
    return array.valueStream().mapToDouble(FixturesTest::number).toArray();
  }

  /// Infinities are written as texts.
  private static double number(JsonNode node) {
    return node.isString() ? Double.parseDouble(node.asString()) : node.asDouble();
  }

  private static void assertInterval(@Nullable Interval interval, JsonNode given) {
    assertThat(interval).isNotNull();
    assertClose(interval.low(), given.get("low"));
    assertClose(interval.high(), given.get("high"));
  }

  private static void assertClose(double[] actual, JsonNode expected) {
    assertThat(actual).hasSize(expected.size());
    for (var i = 0; i < actual.length; i++) {
      assertClose(actual[i], expected.get(i));
    }
  }

  /// Equal to 1e-9, absolutely and, below one, relatively too.
  private static void assertClose(double actual, JsonNode expected) {
    var number = number(expected);
    if (Double.isInfinite(number)) {
      assertThat(actual).isEqualTo(number);
    } else {
      assertThat(actual)
          .isCloseTo(number, Offset.offset(1e-9 * Math.min(1, Math.abs(number)) + 1e-15));
    }
  }
}
