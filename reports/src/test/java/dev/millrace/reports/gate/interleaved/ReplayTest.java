package dev.millrace.reports.gate.interleaved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.gate.Comparison;
import dev.millrace.reports.gate.Gate;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Policy;
import dev.millrace.reports.gate.Verdict;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.Fork;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Iteration;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Mean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Replays identical code as two builds, in suites of 20, on a machine that gets 8 % slower
/// half-way.
///
/// A false alarm is a suite with any verdict regressed or improved.
final class ReplayTest {
  private static final Policy POLICY = Policy.of(new Margin(0.02));
  private static final int SUITE = 20;
  private static final int SUITES = 300;
  private static final double DRIFT = 1.08;
  private static final long SEED = 20_261_122;

  /// Fork means of benchmarks, in random order, of which each is used once.
  private record Forkfuls(List<double[]> benchmarks) {}

  /// Plays forks from a list; the machine changes after so many of them.
  private static final class Replay implements Forks {
    private final Forkfuls forkfuls;
    private final int change;
    private final Map<Build, Map<Target, List<Fork>>> measured = new EnumMap<>(Build.class);
    private final Map<Target, Integer> used = new TreeMap<>(Replay::order);
    private int clock;

    Replay(Forkfuls forkfuls, int change) {
      this.forkfuls = forkfuls;
      this.change = change;
    }

    private static int order(Target one, Target other) {
      return one.benchmark().compareTo(other.benchmark());
    }

    @Override
    public List<Target> targets(Build build) {
      return IntStream.range(0, forkfuls.benchmarks().size())
          .mapToObj(i -> new Target("a.Suite.b" + i, new TreeMap<>()))
          .toList();
    }

    @Override
    public ForkRecord run(Step step) {
      var index = Integer.parseInt(step.target().benchmark().substring("a.Suite.b".length()));
      var next = used.merge(step.target(), 1, Integer::sum) - 1;
      var mean = forkfuls.benchmarks().get(index)[next] * (clock < change ? 1 : DRIFT);
      clock++;
      measured
          .computeIfAbsent(step.build(), _ -> new TreeMap<>(Replay::order))
          .computeIfAbsent(step.target(), _ -> new ArrayList<>())
          .add(new Fork(List.of(new Iteration.Score(mean))));
      return new ForkRecord(step, 1, null);
    }

    @Override
    public ResultFile results(Build build) {
      var series =
          measured.getOrDefault(build, Map.of()).entrySet().stream()
              .map(each -> series(each.getKey(), each.getValue()))
              .toList();
      return new ResultFile(Path.of(build.label() + ".json"), series, Environment.UNKNOWN);
    }

    private static Series series(Target target, List<Fork> forks) {
      var mean = Mean.of(forks.stream().mapToDouble(Fork::mean).toArray());
      var identity =
          new Identity(target.benchmark(), Mode.AVERAGE_TIME, 1, target.params(), "ms/op");
      return new Series(identity, new Metric(mean, "ms/op", forks), Map.of(), "25");
    }
  }

  /// First all forks of the baseline, then all of the candidate.
  private static Comparison sequential(Forkfuls forkfuls, int rounds) {
    var replay = new Replay(forkfuls, SUITE * rounds);
    for (var build : Build.values()) {
      for (var target : replay.targets(build)) {
        IntStream.range(0, rounds).forEach(round -> replay.run(new Step(round, build, target)));
      }
    }
    return Gate.compareHere(
        replay.results(Build.BASELINE), replay.results(Build.CANDIDATE), POLICY);
  }

  private static Comparison interleaved(Forkfuls forkfuls, int rounds, int change, long seed) {
    var plan = new Interleaving.Plan(1e9, rounds, seed);
    try {
      return new Interleaving(plan, POLICY, new Replay(forkfuls, change), _ -> {}).run();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static double alarms(
      Function<Random, Forkfuls> population, Function<Forkfuls, Comparison> design) {
    var random = new Random(SEED);
    var alarms =
        IntStream.range(0, SUITES)
            .mapToObj(_ -> design.apply(population.apply(random)))
            .filter(each -> each.count(Verdict.REGRESSED) + each.count(Verdict.IMPROVED) > 0)
            .count();
    return (double) alarms / SUITES;
  }

  /// Log-normal forks; between benchmarks their coefficient of variation is log-normal around the
  /// 2.4 % that published benchmarks have.
  private static Forkfuls simulated(Random random) {
    return new Forkfuls(
        IntStream.range(0, SUITE)
            .mapToObj(_ -> {
              var variation = 0.024 * Math.exp(0.9 * random.nextGaussian());
              return random
                  .doubles(60)
                  .map(_ -> Math.exp(variation * random.nextGaussian()))
                  .toArray();
            })
            .toList());
  }

  @Test
  void replay_driftBetweenSessions_foolsTheSequentialDesign() {
    assertThat(alarms(ReplayTest::simulated, each -> sequential(each, 5)))
        .isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void replay_driftHalfWay_doesNotFoolTheInterleavedDesign() {
    assertThat(alarms(ReplayTest::simulated, each -> interleaved(each, 5, SUITE * 5, SEED)))
        .isLessThanOrEqualTo(0.06);
  }

  @Test
  void replay_manyLooksWithoutDrift_raiseNoMoreAlarmsThanOne() {
    assertThat(
            alarms(ReplayTest::simulated, each -> interleaved(each, 30, Integer.MAX_VALUE, SEED)))
        .isLessThanOrEqualTo(0.05);
  }

  @Test
  void replay_publicForks_driftFoolsOnlyTheSequentialDesign() throws IOException {
    var property = System.getProperty("millrace.identicalForks", "");
    Assumptions.assumeFalse(
        property.isBlank(), "skipped: no public forks; name the file by -Dmillrace.identicalForks");
    var all = Files.readAllLines(Path.of(property)).stream().map(ReplayTest::means).toList();
    Function<Random, Forkfuls> population = random -> drawn(all, random);
    assertThat(alarms(population, each -> sequential(each, 5))).isGreaterThanOrEqualTo(0.5);
    assertThat(alarms(population, each -> interleaved(each, 5, SUITE * 5, SEED)))
        .isLessThanOrEqualTo(0.06);
  }

  private static double[] means(String line) {
    return StreamSupport.stream(
            JsonMapper.shared().readTree(line).get("forks").spliterator(), false)
        .mapToDouble(ReplayTest::mean)
        .toArray();
  }

  private static double mean(JsonNode fork) {
    return StreamSupport.stream(fork.spliterator(), false)
        .mapToDouble(JsonNode::doubleValue)
        .average()
        .orElseThrow();
  }

  private static Forkfuls drawn(List<double[]> all, Random random) {
    var benchmarks = new ArrayList<>(all);
    Collections.shuffle(benchmarks, random);
    return new Forkfuls(
        benchmarks.stream().limit(SUITE).map(each -> shuffled(each, random)).toList());
  }

  private static double[] shuffled(double[] forks, Random random) {
    var order = new ArrayList<>(IntStream.range(0, forks.length).boxed().toList());
    Collections.shuffle(order, random);
    return order.stream().mapToDouble(i -> forks[i]).toArray();
  }
}
