package dev.millrace.reports.characteristic;

import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Satterthwaite;
import dev.millrace.reports.statistics.Summary;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.TTest;

/// One-sided tests of a candidate being slower: each gives a p-value, rules without one 0 or 1.
final class PairTests {
  private static final TTest WELCH =
      TTest.withDefaults()
          .with(DataDispersion.HETEROSCEDASTIC)
          .with(AlternativeHypothesis.GREATER_THAN);
  private static final TTest STUDENT = WELCH.with(DataDispersion.HOMOSCEDASTIC);
  private static final MannWhitneyUTest MANN_WHITNEY =
      MannWhitneyUTest.withDefaults()
          .with(AlternativeHypothesis.GREATER_THAN)
          .with(PValueMethod.ASYMPTOTIC);
  private static final double JMH_CONFIDENCE = 0.999;
  private static final int RESAMPLES = 1_000;

  private PairTests() {}

  static double pooledT(Pair pair) {
    return WELCH.test(Pair.pooled(pair.candidate()), Pair.pooled(pair.baseline())).getPValue();
  }

  static double pooledMannWhitney(Pair pair) {
    return mannWhitney(Pair.pooled(pair.candidate()), Pair.pooled(pair.baseline()));
  }

  private static double mannWhitney(double[] one, double[] other) {
    return MANN_WHITNEY.test(one, other).getPValue();
  }

  static double benchmarkDotNet(Pair pair) {
    var raised = pair.swapped().slower(1.1);
    var p = mannWhitney(Pair.pooled(raised.baseline()), Pair.pooled(raised.candidate()));
    return certainty(p < 1e-5);
  }

  static double criterion(Pair pair) {
    var before = Pair.pooled(pair.baseline());
    var after = Pair.pooled(pair.candidate());
    return ratioOfMeans(after, before).low() > 1.01 ? pooledT(pair) : 1;
  }

  /// The 95 % interval of a ratio of means, by the delta method on logs.
  private static Interval ratioOfMeans(double[] above, double[] below) {
    var v1 = relativeSquaredError(above);
    var v2 = relativeSquaredError(below);
    var df = Satterthwaite.degreesOfFreedom(v1, above.length - 1, v2, below.length - 1);
    var half = Summary.quantile(df, Summary.CONFIDENCE) * Math.sqrt(v1 + v2);
    var log = Math.log(Mean.of(above) / Mean.of(below));
    return new Interval(Math.exp(log - half), Math.exp(log + half));
  }

  private static double relativeSquaredError(double[] values) {
    var mean = Mean.of(values);
    return Mean.variance(values) / values.length / (mean * mean);
  }

  static double jmhIntervals(Pair pair) {
    return certainty(low(Pair.pooled(pair.candidate())) > high(Pair.pooled(pair.baseline())));
  }

  private static double low(double[] values) {
    return Mean.of(values) - jmhError(values);
  }

  private static double high(double[] values) {
    return Mean.of(values) + jmhError(values);
  }

  private static double jmhError(double[] values) {
    return Summary.quantile(values.length - 1, JMH_CONFIDENCE)
        * Math.sqrt(Mean.variance(values) / values.length);
  }

  static double threshold(Pair pair, double ratio) {
    return certainty(mean(pair.candidate()) > ratio * mean(pair.baseline()));
  }

  static double forkWelch(Pair pair, double margin) {
    return onForks(WELCH, pair, margin);
  }

  static double forkStudent(Pair pair, double margin) {
    return onForks(STUDENT, pair, margin);
  }

  private static double onForks(TTest test, Pair pair, double margin) {
    return test.withMu(Math.log1p(margin))
        .test(logMeans(pair.candidate()), logMeans(pair.baseline()))
        .getPValue();
  }

  private static double[] logMeans(double[][] forks) {
    return Ratio.logs(Pair.forkMeans(forks));
  }

  /// The share of resamples in which the candidate is not slower. Forks are drawn with replacement,
  /// then the iterations of each; every call draws the same places.
  static double bootstrap(Pair pair) {
    var random = new SplittableRandom(RESAMPLES);
    var faster = 0;
    for (var i = 0; i < RESAMPLES; i++) {
      if (resampledSum(pair.candidate(), random) / pair.candidate().length
          <= resampledSum(pair.baseline(), random) / pair.baseline().length) {
        faster++;
      }
    }
    return (double) faster / RESAMPLES;
  }

  private static double resampledSum(double[][] forks, SplittableRandom random) {
    var sum = 0.0;
    for (var i = 0; i < forks.length; i++) {
      var fork = forks[random.nextInt(forks.length)];
      var total = 0.0;
      for (var j = 0; j < fork.length; j++) {
        total += fork[random.nextInt(fork.length)];
      }
      sum += total / fork.length;
    }
    return sum;
  }

  private static double mean(double[][] forks) {
    return Mean.of(Pair.pooled(forks));
  }

  private static double certainty(boolean holds) {
    return holds ? 0 : 1;
  }
}
