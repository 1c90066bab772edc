package dev.millrace.bench.run;

import dev.millrace.bench.run.ForkSettings.Phase;
import dev.millrace.jmh.CpuProfiler;
import dev.millrace.jmh.HdrProfiler;
import dev.millrace.jmh.PauseProfiler;
import dev.millrace.jmh.QuantityProfiler;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Forks that JMH starts, with our profilers. What JMH prints goes to a log.
public final class JmhForks implements Forks {
  private static final TimeValue PATIENCE = new TimeValue(5, TimeUnit.MINUTES);

  private final List<String> jvmArgs;
  private final PrintStream log;
  private final Map<Class<? extends Profiler>, Function<Turn, String>> profilers =
      new LinkedHashMap<>();

  /// Forks that are started with the given JVM arguments.
  ///
  /// @param log gets what JMH prints; it is not closed here
  public JmhForks(List<String> jvmArgs, PrintStream log) {
    this.jvmArgs = List.copyOf(jvmArgs);
    this.log = log;
    List.of(CpuProfiler.class, QuantityProfiler.class, PauseProfiler.class)
        .forEach(profiler -> profilers.put(profiler, _ -> ""));
  }

  /// Such forks with one profiler more.
  ///
  /// @param options what it is told, in JMH's form
  public JmhForks with(Class<? extends Profiler> profiler, String options) {
    return with(profiler, _ -> options);
  }

  /// Such forks that keep the latency of every invocation in HdrHistogram logs, where the benchmark
  /// takes a `Latency`.
  ///
  /// @param folder where the logs go
  JmhForks withLatency(Path folder) {
    return with(
        HdrProfiler.class,
        turn -> {
          String turning = turn.sweep().turning();
          String turns = turning == null ? "" : ";turns=" + turning;
          return "dir=" + folder.toAbsolutePath() + ";fork=" + turn.round() + turns;
        });
  }

  private JmhForks with(Class<? extends Profiler> profiler, Function<Turn, String> options) {
    var more = new JmhForks(jvmArgs, log);
    more.profilers.putAll(profilers);
    more.profilers.put(profiler, options);
    return more;
  }

  @Override
  public List<Measured> measure(Turn turn) throws ForkException {
    Sweep sweep = turn.sweep();
    try {
      var output =
          new WarmupScores(OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL));
      RunResult result = new Runner(options(turn), output).runSingle();
      BenchmarkResult fork = result.getBenchmarkResults().iterator().next();
      return Copies.split(new Measured(fork, output.scores()), sweep);
    } catch (RunnerException | BenchmarkException failed) {
      throw new ForkException(reason(failed), failed);
    } finally {
      log.flush();
    }
  }

  private Options options(Turn turn) {
    Sweep sweep = turn.sweep();
    int points = sweep.points().size();
    Phase warmup = sweep.settings().warmup();
    Phase measurement = sweep.settings().measurement();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(sweep.benchmark()) + "$")
            .forks(1)
            .threads(1)
            .warmupIterations(warmup.iterations() * points)
            .warmupTime(TimeValue.milliseconds(warmup.each().toMillis() / points))
            .measurementIterations(measurement.iterations() * points)
            .measurementTime(TimeValue.milliseconds(measurement.each().toMillis()))
            .timeout(PATIENCE)
            .shouldFailOnError(true)
            .jvmArgs(jvmArgs.toArray(String[]::new));
    for (var profiler : profilers.entrySet()) {
      String told = profiler.getValue().apply(turn);
      options = options.addProfiler(profiler.getKey(), told);
    }
    for (Map.Entry<String, String> param : sweep.params().entrySet()) {
      options = options.param(param.getKey(), param.getValue());
    }
    return options.build();
  }

  /// The first line of the innermost exception's message. JMH wraps what a fork threw, as a cause
  /// or as a suppressed exception.
  private static String reason(Throwable failed) {
    Deque<Throwable> inward = new ArrayDeque<>(List.of(failed));
    Throwable innermost = failed;
    while (!inward.isEmpty()) {
      innermost = inward.pop();
      inward.addAll(Arrays.asList(innermost.getSuppressed()));
      if (innermost.getCause() != null) {
        inward.push(innermost.getCause());
      }
    }
    String message = innermost.getMessage();
    return message == null
        ? innermost.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
