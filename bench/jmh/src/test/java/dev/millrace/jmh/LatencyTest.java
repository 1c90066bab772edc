package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatencyTest {
  private static final long SEED = 20_261_122;
  private static final int INVOCATIONS = 2_000_000;

  /// Latencies whose percentiles are known.
  enum Distribution {
    PARETO {
      @Override
      long next(int invocation, Random random) {
        return Math.round(50 / Math.sqrt(1 - random.nextDouble()));
      }
    },
    BIMODAL {
      @Override
      long next(int invocation, Random random) {
        double middle = random.nextInt(1_000) == 0 ? 5_000 : 50;
        return Math.round(middle * Math.exp(0.1 * random.nextGaussian()));
      }
    },
    STALL_EVERY_256TH {
      @Override
      long next(int invocation, Random random) {
        return invocation % 256 == 255 ? 20_000 : 50;
      }
    };

    abstract long next(int invocation, Random random);
  }

  @ParameterizedTest
  @EnumSource
  void record_knownDistribution_keepsItsTailWithinAHundredth(Distribution distribution) {
    var random = new Random(SEED);
    var truth = new long[INVOCATIONS];
    Arrays.setAll(truth, i -> distribution.next(i, random));
    Histogram recorded = record(0, truth);
    Arrays.sort(truth);
    assertThat(recorded.getTotalCount()).isEqualTo(INVOCATIONS);
    for (double percentile : new double[] {50, 90, 99, 99.5, 99.9, 99.99, 100}) {
      int rank = (int) Math.ceil(percentile / 100 * INVOCATIONS);
      assertThat((double) recorded.getValueAtPercentile(percentile))
          .as("p%s of seed %d", percentile, SEED)
          .isCloseTo((double) truth[rank - 1], withinPercentage(1));
    }
  }

  @Test
  void record_expectedInterval_countsThoseThatALongOneKeptWaiting() {
    Histogram recorded = record(1_000_000, 100, 10_000_000);
    assertThat(recorded.getTotalCount()).isEqualTo(1 + 10);
    assertThat((double) recorded.getValueAtPercentile(60)).isCloseTo(6e6, withinPercentage(1));
  }

  @Test
  void record_outOfRange_isTheNearestThatFits() {
    Histogram recorded = record(0, -5, Long.MAX_VALUE);
    assertThat(recorded.getMinValue()).isZero();
    assertThat((double) recorded.getMaxValue()).isCloseTo(3.6e12, withinPercentage(1));
  }

  @Test
  void record_withoutProfiler_isNothing() {
    var latency = new Latency();
    latency.begin();
    latency.record(5);
    latency.end();
    assertThat(record(0, 7).getTotalCount()).isEqualTo(1);
  }

  private static Histogram record(long interval, long... nanos) {
    Latencies.open(interval);
    var latency = new Latency();
    latency.begin();
    for (long each : nanos) {
      latency.record(each);
    }
    latency.end();
    return Latencies.close();
  }
}
