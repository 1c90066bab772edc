package dev.millrace.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.results.Iteration.Bin;
import dev.millrace.reports.results.Iteration.Histogram;
import dev.millrace.reports.results.Iteration.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DistributionTest {
  @Test
  void quantile_samples_weighByTheirCount() {
    var one = new Histogram(List.of(new Bin(5, 1), new Bin(1, 7)));
    var two = new Histogram(List.of(new Bin(9, 1), new Bin(2, 0), new Bin(3, 1)));
    var all = Distribution.of(List.of(new Fork(List.of(one)), new Fork(List.of(two))));
    assertThat(all.count()).isEqualTo(10);
    assertThat(all.quantile(0)).isEqualTo(1);
    assertThat(all.quantile(0.7)).isEqualTo(1);
    assertThat(all.quantile(0.8)).isEqualTo(3);
    assertThat(all.quantile(0.9)).isEqualTo(5);
    assertThat(all.quantile(1)).isEqualTo(9);
  }

  @Test
  void quantile_scores_countOnceEach() {
    var fork = new Fork(List.of(new Score(3), new Score(1), new Score(2)));
    assertThat(Distribution.of(List.of(fork)).quantile(0.5)).isEqualTo(2);
  }

  @Test
  void quantile_nothing_isNoNumber() {
    assertThat(Distribution.of(List.of()).quantile(0.5)).isNaN();
  }
}
