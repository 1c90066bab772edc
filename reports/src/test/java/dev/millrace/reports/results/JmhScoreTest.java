package dev.millrace.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.Fixtures;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JmhScoreTest {
  private static Fork fork(double... values) {
    return new Fork(Arrays.stream(values).<Iteration>mapToObj(Iteration.Score::new).toList());
  }

  private static Metric metric(double score, Fork... forks) {
    return new Metric(score, "counts", List.of(forks));
  }

  @Test
  void of_publicFiles_isJmhsToTwelveDigits() throws IOException {
    for (var file : Fixtures.publicResults().toList()) {
      for (var series : ResultReader.read(file)) {
        metrics(series)
            .forEach(metric -> {
              var again = JmhScore.of(metric);
              var place = file + ": " + series.identity().label();
              assertClose(place, again.score(), metric.score());
              assertClose(place, again.error(), metric.error());
            });
      }
    }
  }

  private static Stream<Metric> metrics(Series series) {
    return Stream.concat(
        Stream.of(series.primary()),
        series.secondary().values().stream().filter(each -> !Double.isNaN(each.error())));
  }

  private static void assertClose(String place, double actual, double expected) {
    assertThat(actual).as(place).isCloseTo(expected, within(Math.abs(expected) * 1e-12));
  }

  /// Half widths that JMH's own ListStatistics gives for the numbers 1 to n: most are wrong from
  /// the tenth digit on, as JMH's solver stops early, and must be the same here.
  @ParameterizedTest
  @CsvSource({
    "3, 18.243722665847905",
    "4, 8.342392337774278",
    "5, 6.088402636254601",
    "7, 4.865353036036449",
    "8, 4.683363643592618",
    "10, 4.577375309583992",
    "15, 4.7809845930033354",
    "16, 4.847560192679015",
    "20, 5.137263062947158",
    "25, 5.513077492445931",
    "42, 6.709031355544299",
    "50, 7.216347888859824",
    "78, 8.778664663752082",
    "100, 9.839331153510294",
    "152, 11.983758831718268",
    "200, 13.6698933753851",
    "500, 21.38815708313583",
    "1000, 30.142470207467692"
  })
  void error_numbersUpToN_isJmhsOwnThoughRounded(int n, double expected) {
    var values = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    assertClose("n = " + n, JmhScore.of(metric(0, fork(values))).error(), expected);
  }

  @Test
  void of_forks_arePooled() {
    var pooled = JmhScore.of(metric(0, fork(1, 2, 3), fork(), fork(4, 5, 6)));
    assertThat(pooled).isEqualTo(JmhScore.of(metric(0, fork(1, 2, 3, 4, 5, 6))));
  }

  @Test
  void of_samples_countAsOftenAsTheyOccur() {
    var bins = List.of(new Iteration.Bin(1, 2), new Iteration.Bin(4, 1));
    var sampled = new Fork(List.of(new Iteration.Histogram(bins)));
    assertThat(JmhScore.of(metric(0, sampled))).isEqualTo(JmhScore.of(metric(0, fork(1, 1, 4))));
  }

  @Test
  void of_twoValues_haveNoError() {
    var two = JmhScore.of(metric(0, fork(1), fork(2)));
    assertThat(two.score()).isEqualTo(1.5);
    assertThat(two.error()).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"2, AVERAGE", "6, SUM", "3, GREATEST", "1, LEAST", "2.5,"})
  void aggregation_score_tells(double score, Aggregation expected) {
    assertThat(Aggregation.of(metric(score, fork(1, 2), fork(3)))).isEqualTo(expected);
  }

  @Test
  void aggregation_noRawData_isUnknown() {
    assertThat(Aggregation.of(metric(5))).isNull();
    assertThat(Aggregation.of(metric(Double.NaN, fork(), fork()))).isNull();
  }

  @Test
  void forkScores_sum_areSums() {
    assertThat(metric(10, fork(1, 2), fork(), fork(3, 4)).forkScores()).containsExactly(3, 7);
    assertThat(metric(2.5, fork(1, 2), fork(), fork(3, 4)).forkScores()).containsExactly(1.5, 3.5);
  }
}
