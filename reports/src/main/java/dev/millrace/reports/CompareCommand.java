package dev.millrace.reports;

import dev.millrace.reports.gate.interleaved.Build;
import dev.millrace.reports.gate.interleaved.Interleaving;
import dev.millrace.reports.gate.interleaved.JmhForks;
import dev.millrace.reports.gate.interleaved.JmhJar;
import dev.millrace.reports.gate.interleaved.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `gate compare`: runs two JMH jars side by side until the gate can decide.
@Command(
    name = "compare",
    description = {
      "Runs forks of two JMH jars side by side, in random order, until every verdict is decided or",
      "the budget is spent; then says what gate says of the results. Looking at the results in",
      "between costs nothing: all looks together raise a false alarm as rarely as a single one.",
      "A folder keeps every fork; what was interrupted goes on with --resume."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes: those of gate, and%n",
    exitCodeList = {"130:interrupted; the folder keeps what there is"})
final class CompareCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;
  private static final Duration GRACE = Duration.ofSeconds(5);

  /// Options of JMH that this command sets itself, or that run nothing.
  private static final Set<String> OURS =
      Set.of("-f", "-foe", "-rf", "-rff", "-o", "-l", "-lp", "-lprof", "-lrf", "-h");

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @Option(names = "--baseline", paramLabel = "OLD.jar", description = "the jar to hold up to")
  private @Nullable Path baseline;

  @Option(names = "--candidate", paramLabel = "NEW.jar", description = "the jar to judge")
  private @Nullable Path candidate;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "how long forks may run, as 30m (the default), 90s or 1h30m")
  private Duration budget = Duration.ofMinutes(30);

  @Option(
      names = "--forks",
      paramLabel = "N",
      description = "the most forks of a benchmark and build (default: ${DEFAULT-VALUE})")
  private int mostForks = 30;

  @Option(
      names = "--include",
      paramLabel = "REGEX",
      description = "run only benchmarks whose name matches")
  private String include = ".*";

  @Option(names = "--seed", paramLabel = "N", description = "of the random order (default: any)")
  private @Nullable Long seed;

  @Option(
      names = "--jvm",
      paramLabel = "PATH",
      description = "the java to run them with (default: the one that runs this)")
  private Path jvm = Path.of(System.getProperty("java.home"), "bin", "java");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where all is kept; must be empty or absent (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("gate-compare");

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = {
        "go on with an interrupted run as it was begun, or tell the verdict of a finished one again;",
        "of the other options only --format counts"
      })
  private @Nullable Path resume;

  @Mixin private final JudgingOptions judging = new JudgingOptions();

  @Parameters(
      paramLabel = "-- JMH OPTION",
      description = "options for JMH after --, as -- -wi 5 -i 5 -prof gc")
  private List<String> jmh = new ArrayList<>();

  @Override
  public Integer call() {
    if (resume != null) {
      return resumed(resume);
    }
    if (baseline == null || candidate == null) {
      throw refused("name two jars: --baseline OLD.jar --candidate NEW.jar, or --resume DIR");
    }
    check(baseline, candidate);
    var random = seed == null ? new SplittableRandom().nextLong() >>> 1 : seed;
    var arguments = spec.commandLine().getParseResult().originalArgs();
    var file = RunFile.of(arguments, random, baseline, candidate);
    if (Files.exists(out.resolve(RunFile.NAME))) {
      throw refused(
          out + " has a run already: go on by --resume " + out + ", or name another --out");
    }
    file.write(out);
    return compare(out, random, judging);
  }

  private void check(Path... jars) {
    for (var jar : jars) {
      if (!Files.isRegularFile(jar)) {
        throw refused(jar + ": no such jar");
      }
    }
    if (!Files.isExecutable(jvm)) {
      throw refused(
          "--jvm " + jvm + ": not a program; name the java of a JDK, as /opt/jdk/bin/java");
    }
    if (mostForks < 2) {
      throw refused("--forks: 2 are the least that prove anything");
    }
    if (!jmh.isEmpty() && !jmh.getFirst().startsWith("-")) {
      throw refused(
          jmh.getFirst() + ": options for JMH follow after --, benchmarks after --include");
    }
    jmh.stream()
        .filter(OURS::contains)
        .findFirst()
        .ifPresent(option -> {
          throw refused(option + ": an option that this command sets itself");
        });
  }

  private ParameterException refused(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  /// Runs the command that the folder was begun with.
  private int resumed(Path folder) {
    var file = RunFile.read(folder);
    var command = new CompareCommand();
    new CommandLine(command, spec.commandLine().getFactory())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(spec.commandLine().getOut())
        .setErr(spec.commandLine().getErr())
        .parseArgs(file.arguments().toArray(String[]::new));
    file.requireSameJars(folder);
    var isTold = spec.commandLine().getParseResult().hasMatchedOption("--format");
    return command.compare(folder, file.seed(), isTold ? judging : command.judging);
  }

  private int compare(Path folder, long random, JudgingOptions telling) {
    var policy = judging.policy();
    var jars =
        Map.of(
            Build.BASELINE, new JmhJar(Objects.requireNonNull(baseline), jvm, jmh),
            Build.CANDIDATE, new JmhJar(Objects.requireNonNull(candidate), jvm, jmh));
    var plan = new Interleaving.Plan(budget.toNanos() / 1e9, mostForks, random);
    var err = spec.commandLine().getErr();
    var told = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> await(told)));
    try (var forks = new JmhForks(folder, jars, include)) {
      return telling.tell(new Interleaving(plan, policy, forks, err::println).run());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println(e.getMessage() + "; all finished forks are kept: go on by --resume " + folder);
      return INTERRUPTED;
    } finally {
      told.countDown();
    }
  }

  /// A JVM that ends by a signal leaves this command a moment to say what there is.
  private static void await(CountDownLatch told) {
    try {
      told.await(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Reads `30m`, `90s`, `1h30m`.
  static final class TimeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      try {
        var time = Duration.parse("PT" + value.strip().toUpperCase(Locale.ROOT));
        if (time.isPositive()) {
          return time;
        }
      } catch (DateTimeParseException _) {
        throw refused(value);
      }
      throw refused(value);
    }

    private static TypeConversionException refused(String value) {
      return new TypeConversionException("'" + value + "': a time is written as 30m, 90s or 1h30m");
    }
  }
}
