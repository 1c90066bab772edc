package dev.millrace.io.cli;

import dev.millrace.engine.ItemException;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.io.feed.FeedFormat;
import dev.millrace.io.feed.FeedWriter;
import dev.millrace.io.file.InputException;
import dev.millrace.io.plan.PlanFile;
import dev.millrace.io.trace.Subject;
import dev.millrace.io.trace.TracedRuns;
import dev.millrace.io.trace.TracedRuns.TracedRun;
import dev.millrace.plan.Plan;
import dev.millrace.plan.PlanException;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs a pipeline over a feed and writes what comes out.
@Command(
    name = "run.sh",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = Generate.class,
    sortOptions = false,
    description = "Runs a pipeline over a feed and writes what comes out.",
    footer = {"", "The pipeline is a JSON file; docs/pipelines.md describes it."},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the run succeeded",
      "64:wrong command line",
      "65:the feed or the pipeline is missing, unreadable or wrong, or an item has an error",
      "70:a fault of this program, or out of memory",
      "74:the result cannot be written",
      "130:interrupted"
    })
public final class Run implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--pipeline", paramLabel = "FILE", description = "The pipeline, a JSON file.")
  private @Nullable Path pipeline;

  @Mixin private FeedSource source = new FeedSource();
  @Mixin private EngineChoice choice = new EngineChoice();
  @Mixin private FeedTarget target = new FeedTarget();
  @Mixin private TraceChoice tracing = new TraceChoice();

  @Option(
      names = "--errors",
      paramLabel = "FILE",
      description = "With --on-error null or drop: write all item errors here, as CSV.")
  private @Nullable Path errors;

  @Option(
      names = "--explain",
      description =
          "Run nothing: print the plan as the engine would run it, what was changed in it, and"
              + " what is evaluated item by item.")
  private boolean explain;

  @Option(names = "--verbose", description = "Show where an internal error comes from.")
  private boolean verbose;

  /// Runs the command line and exits with its code.
  public static void main(String[] arguments) {
    var out = new FileOutputStream(FileDescriptor.out);
    var err = new FileOutputStream(FileDescriptor.err);
    int code =
        execute(
            new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
            new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true),
            arguments);
    System.exit(code);
  }

  /// Runs a command line.
  ///
  /// @param out standard output
  /// @param err standard error
  /// @return the exit code
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    var run = new Run();
    CommandLine commandLine =
        new CommandLine(run)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(
                (wrong, _) -> run.fail(new UsageException(String.valueOf(wrong.getMessage())), err))
            .setExecutionExceptionHandler((thrown, _, _) -> run.fail(thrown, err));
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError tooLarge) {
      return run.fail(tooLarge, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Chosen engine = choice.engine();
    RunOptions options = choice.options(source.storage());
    target.format();
    tracing.check();
    PlanFile file = PlanFile.read(pipeline());
    if (explain) {
      Plan plan = Plan.of(file.actions(), source.load().schema());
      Explanation.print(engine, plan, spec.commandLine().getOut());
      return 0;
    }
    TimedResult timed;
    try (var progress = new Progress(err, isTerminal())) {
      timed = run(engine, file, options, progress);
      progress.enter("writing");
      target.write(timed.result().feed(), spec.commandLine().getOut());
      if (errors != null) {
        FeedWriter.write(Summary.errors(timed.result()), FeedFormat.CSV, errors);
      }
    }
    Summary.print(timed.result(), timed.time(), described(engine, options), err);
    return 0;
  }

  private TimedResult run(Chosen engine, PlanFile file, RunOptions options, Progress progress)
      throws InterruptedException {
    progress.enter("reading " + source.name());
    Feed feed = source.load();
    Plan plan = Plan.of(file.actions(), feed.schema());
    var subject =
        new Subject(
            engine.label(),
            engine.engine(),
            pipeline().getFileName().toString(),
            plan,
            feed,
            options);
    try {
      return tracing.isAsked() ? traced(subject, engine, progress) : timed(subject, progress);
    } catch (ItemException failed) {
      throw new InputException(
          source.name() + ": " + failed.getMessage() + "; --on-error null or drop goes on");
    }
  }

  private static TimedResult timed(Subject subject, Progress progress) throws InterruptedException {
    progress.enter("running " + subject.label());
    long start = System.nanoTime();
    RunResult result = subject.run();
    return new TimedResult(result, Duration.ofNanos(System.nanoTime() - start));
  }

  private TimedResult traced(Subject subject, Chosen engine, Progress progress)
      throws InterruptedException {
    progress.enter("tracing " + subject.label());
    TracedRuns traced = tracing.run(subject, engine.isParallel());
    tracing.write(traced);
    TracedRun run = traced.run();
    return new TimedResult(run.result(), Duration.ofNanos(run.wallNanos()));
  }

  private Path pipeline() {
    if (pipeline == null) {
      throw new UsageException("--pipeline FILE is missing");
    }
    return pipeline;
  }

  private int fail(Throwable thrown, PrintWriter err) {
    Failure failure =
        thrown instanceof PlanException plan
            ? new Failure(problems(plan), ExitCode.INPUT)
            : Failure.of(thrown);
    err.println(failure.message());
    if (failure.exitCode() == ExitCode.USAGE) {
      err.println("--help lists the options");
    }
    if (verbose && failure.exitCode() == ExitCode.INTERNAL) {
      thrown.printStackTrace(err);
    }
    return failure.exitCode();
  }

  private String problems(PlanException plan) {
    return plan.problems().stream()
        .map(problem -> pipeline + ": " + problem)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String described(Chosen engine, RunOptions options) {
    return engine.isParallel()
        ? engine.label() + ", parallelism " + options.parallelism()
        : engine.label();
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private record TimedResult(RunResult result, Duration time) {}
}
